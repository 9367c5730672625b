package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.form.Known;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.ShownCredential;
import yibao.kiosk.journey.visit.Stage;

/** Whether the e-voucher is active, and how to find it on the phone. */
public final class VoucherResultStage implements Stage {

  private static final List<Choice> CHOICES =
      List.of(new Choice("done", "不打印", false), new Choice("print", "打印回执", true));

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.DONE;
  }

  /** The state of the voucher and how to go on with a phone, for paper. */
  static List<Row> rows(Scene scene) {
    List<Row> rows = new ArrayList<>(state(scene));
    rows.add(Row.of("手机上怎么用", scene.facilities().sentences().say("voucher.phone")));
    address(scene).ifPresent(address -> rows.add(Row.of("手机网址", address)));
    return rows;
  }

  private static List<Row> state(Scene scene) {
    return List.of(
        Row.of("凭证状态", "已激活"),
        Row.of(
            "激活时间",
            scene.visit().activation().orElseThrow()
                ? Known.day(scene.facilities().today())
                : scene.facilities().sentences().say("voucher.earlier")));
  }

  @Override
  public Step show(Scene scene) {
    ShownCredential voucher = scene.visit().credential().orElseThrow();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of("姓名", Masking.name(voucher.holderName().orElse(""))));
    rows.add(Row.of("证件号码", Masking.number(voucher.holderNumber().orElse(""))));
    // The symbol says beside it how to go on with a phone.
    rows.addAll(address(scene).isPresent() ? state(scene) : rows(scene));
    String code =
        scene.visit().activation().orElseThrow() ? "voucher.activated" : "voucher.active-before";
    return new Step.Result(
        Step.Result.Outcome.FINISHED,
        new Notice(code, scene.facilities().sentences().say(code), Notice.Tone.SUCCESS),
        Optional.empty(),
        rows,
        address(scene)
            .map(
                phone ->
                    new Step.Result.OnPhone(
                        scene.facilities().sentences().say("voucher.scan"), phone)),
        CHOICES);
  }

  /** The page with which the citizen's phone gets what shows the voucher. */
  private static Optional<String> address(Scene scene) {
    return scene.visit().branch().map(Branch::task).stream()
        .filter(Task.Voucher.class::isInstance)
        .flatMap(task -> ((Task.Voucher) task).phone().stream())
        .findFirst();
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (Answers.choice(answer, CHOICES).equals("print")) {
      scene.visit().askPaper();
    }
    scene.next();
  }
}
