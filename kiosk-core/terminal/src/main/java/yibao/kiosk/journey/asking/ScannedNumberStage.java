package yibao.kiosk.journey.asking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.regex.Pattern;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.ScanStation.Scanned;
import yibao.kiosk.journey.form.FieldStage;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Revisable;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Visit;

/** A question for a number that may be held up as a QR code instead of being typed. */
public final class ScannedNumberStage implements Revisable {

  private static final Pattern NUMBER = Pattern.compile("\\d{6,30}");

  private final FieldStage question;
  private Optional<Devices.Subscription> watch = Optional.empty();

  public ScannedNumberStage(FieldStage question) {
    this.question = question;
  }

  @Override
  public String field() {
    return question.field();
  }

  @Override
  public boolean answered(Visit visit) {
    return question.answered(visit);
  }

  @Override
  public boolean applies(Visit visit) {
    return question.applies(visit);
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return question.pace();
  }

  @Override
  public void enter(Scene scene) {
    exit();
    question.enter(scene);
    watch =
        Optional.of(
            scene.facilities().readers().codes().watch(scene.guarded(code -> heard(scene, code))));
  }

  /** Any other code, an e-voucher held up by mistake, is no answer and is not kept. */
  private void heard(Scene scene, Scanned code) {
    if (NUMBER.matcher(code.text()).matches() && code.kind() == Scanned.Kind.OTHER) {
      answer(scene, JsonNodeFactory.instance.objectNode().put("value", code.text()));
    }
  }

  @Override
  public Step show(Scene scene) {
    return question.show(scene);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    question.answer(scene, answer);
  }

  @Override
  public void exit() {
    watch.ifPresent(Devices.Subscription::close);
    watch = Optional.empty();
  }
}
