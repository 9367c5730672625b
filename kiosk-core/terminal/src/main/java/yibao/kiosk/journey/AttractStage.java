package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;

/** Nobody is here. */
final class AttractStage implements Stage {

  private final Optional<String> why;

  /**
   * Waits for somebody.
   *
   * @param why code of the sentence that says why the last visit ended
   */
  AttractStage(Optional<String> why) {
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
