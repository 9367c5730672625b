package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;

/** How the filing ended, and whether the citizen wants that on paper. */
final class ResultStage implements Stage {

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
    Pool.Hotlines hotlines = scene.facilities().site().pool().hotlines();
    rows.add(Row.of("咨询电话", hotlines.query()));
    rows.add(Row.of("监督电话", hotlines.complaint()));
    return new Step.Result(
        ended.outcome(),
        new Notice(ended.code(), ended.sentence(), ended.tone()),
        ended.number(),
        rows,
        CHOICES);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (Answers.choice(answer, CHOICES).equals("print")) {
      scene.visit().askPaper();
    }
    scene.next();
  }
}
