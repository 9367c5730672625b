package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/** Nobody is here. */
public final class AttractStage implements Stage {

  private final Optional<String> why;

  /**
   * Waits for somebody.
   *
   * @param why code of the sentence that says why the last visit ended
   */
  public AttractStage(Optional<String> why) {
    this.why = why;
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.NOBODY;
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Attract(
        why.map(
            code -> new Notice(code, scene.facilities().sentences().say(code), Notice.Tone.INFO)));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    throw new Misread("step", "a start of the journey");
  }
}
