package yibao.kiosk.journey.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/** New paper: nobody can begin any more, and the printer is to be opened. */
final class OpenPrinterStage implements Stage {
  private final PaperChange change;

  OpenPrinterStage(PaperChange change) {
    this.change = change;
  }

  @Override
  public boolean attended() {
    return true;
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.FILLING;
  }

  @Override
  public Step show(Scene scene) {
    return change.show(
        scene,
        "open",
        Optional.of(PaperChange.notice(scene, "attend.paper.paused", Notice.Tone.INFO)),
        List.of(PaperChange.NEXT));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, List.of(PaperChange.NEXT));
    scene.next();
  }
}
