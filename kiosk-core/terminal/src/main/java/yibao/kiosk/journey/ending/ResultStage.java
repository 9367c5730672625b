package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.HandInDates;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.form.Known;
import yibao.kiosk.journey.handin.HandInWords;
import yibao.kiosk.journey.submit.Afterwards;
import yibao.kiosk.journey.submit.Ended;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.journey.visit.Ways;

/** How the filing ended, and whether the citizen wants that on paper. */
public final class ResultStage implements Stage {

  private static final Choice DONE = new Choice("done", "不打印", false);
  private static final Choice PRINT = new Choice("print", "打印回执", true);

  private final Sheet sheet;
  private final Alongside alongside;

  /**
   * The result of a filing.
   *
   * @param alongside what may be handed in next
   */
  public ResultStage(Sheet sheet, Alongside alongside) {
    this.sheet = sheet;
    this.alongside = alongside;
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.DONE;
  }

  @Override
  public Step show(Scene scene) {
    Visit visit = scene.visit();
    SubmitOutcome outcome = visit.outcome().orElseThrow();
    Ended ended = Ended.of(outcome, visit.dates(), scene.facilities());
    List<Row> rows = new ArrayList<>();
    rows.addAll(ended.rows());
    if (outcome instanceof SubmitOutcome.Accepted) {
      rows.addAll(HandInWords.days(scene));
    }
    rows.add(Row.of("办理事项", visit.title()));
    rows.addAll(Afterwards.rows(sheet, visit));
    visit.filed().forEach(earlier -> rows.add(earlier(earlier, scene)));
    Pool.Hotlines hotlines = scene.facilities().site().pool().hotlines();
    rows.add(Row.of("咨询电话", hotlines.query()));
    rows.add(Row.of("监督电话", hotlines.complaint()));
    return new Step.Result(
        ended.outcome(),
        new Notice(ended.code(), ended.sentence(), ended.tone()),
        ended.number(),
        rows,
        choices(scene));
  }

  /** A filing handed in before this one, in a line. */
  private static Row earlier(Visit.Filed filed, Scene scene) {
    Ended ended = Ended.of(filed.outcome(), filed.dates(), scene.facilities());
    Map<String, String> words = new HashMap<>();
    words.put("outcome", ended.label());
    words.put("number", ended.number().or(ended::slipNumber).orElse("—"));
    Optional<HandInDates> dates =
        filed.dates().filter(_ -> filed.outcome() instanceof SubmitOutcome.Accepted);
    Optional<LocalDate> due = dates.flatMap(HandInDates::due).map(Deadline::date);
    Optional<LocalDate> originals = dates.flatMap(HandInDates::originalsBy);
    due.or(() -> originals).ifPresent(day -> words.put("day", Known.day(day)));
    return Row.of(
        filed.item().name(),
        scene
            .facilities()
            .sentences()
            .say(
                due.isPresent()
                    ? "result.earlier-due"
                    : originals.isPresent() ? "result.earlier-originals" : "result.earlier",
                words));
  }

  /** What stands in the way can be changed or cancelled on the spot, where the item has a way. */
  private List<Choice> choices(Scene scene) {
    Visit visit = scene.visit();
    List<Choice> choices = new ArrayList<>(List.of(DONE));
    if (visit.outcome().orElseThrow() instanceof SubmitOutcome.AlreadyFiled
        && visit.filed().isEmpty()
        && scene.facilities().site().manages(visit.item().orElseThrow())) {
      choices.add(Ways.MANAGE);
    }
    choices.addAll(alongside.choices(scene));
    choices.add(PRINT);
    return List.copyOf(choices);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String chosen = Answers.choice(answer, choices(scene));
    switch (chosen) {
      case "manage" -> {
        scene.visit().startOver();
        scene.turnTo(scene.visit().item().orElseThrow());
      }
      case "print" -> {
        scene.visit().askPaper();
        scene.next();
      }
      default -> {
        if (!alongside.follow(this, chosen, scene)) {
          scene.next();
        }
      }
    }
  }
}
