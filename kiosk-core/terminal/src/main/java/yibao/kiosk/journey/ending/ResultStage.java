package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
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

/** How the filing ended, and whether the citizen wants that on paper. */
public final class ResultStage implements Stage {

  private static final Choice DONE = new Choice("done", "不打印", false);
  private static final Choice MANAGE = new Choice("manage", "变更或取消以前的备案", false);
  private static final Choice PRINT = new Choice("print", "打印回执", true);

  private final Sheet sheet;

  public ResultStage(Sheet sheet) {
    this.sheet = sheet;
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
    Ended ended = Ended.of(outcome, scene.facilities());
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of("办理事项", visit.item().orElseThrow().name()));
    rows.addAll(ended.rows());
    if (outcome instanceof SubmitOutcome.Accepted) {
      rows.addAll(HandInWords.days(scene));
    }
    rows.addAll(Afterwards.rows(sheet, visit));
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

  /** What stands in the way can be changed or cancelled on the spot, where the item has a way. */
  private static List<Choice> choices(Scene scene) {
    Visit visit = scene.visit();
    return visit.outcome().orElseThrow() instanceof SubmitOutcome.AlreadyFiled
            && scene.facilities().site().manages(visit.item().orElseThrow())
        ? List.of(DONE, MANAGE, PRINT)
        : List.of(DONE, PRINT);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    switch (Answers.choice(answer, choices(scene))) {
      case "manage" -> {
        scene.visit().startOver();
        scene.turnTo(scene.visit().item().orElseThrow());
      }
      case "print" -> {
        scene.visit().askPaper();
        scene.next();
      }
      default -> scene.next();
    }
  }
}
