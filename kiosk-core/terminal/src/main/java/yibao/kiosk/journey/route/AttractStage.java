package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.journey.identify.IdentifyStage;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/**
 * Nobody is here. A touch begins a visit, and so does a credential: whose it is, is then asked
 * before anything is chosen.
 */
public final class AttractStage implements Stage {

  private final Optional<String> why;
  private final IdentifyStage door = IdentifyStage.atTheDoor();

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
    return door.waits() ? Pace.NOBODY : door.pace();
  }

  @Override
  public void enter(Scene scene) {
    door.enter(scene);
  }

  @Override
  public Step show(Scene scene) {
    return door.waits()
        ? new Step.Attract(
            why.map(
                code ->
                    new Notice(
                        code,
                        scene
                            .facilities()
                            .sentences()
                            .say(code, Map.of("terminal", scene.facilities().site().terminal())),
                        Notice.Tone.INFO)))
        : door.show(scene);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (door.waits()) {
      throw new Misread("step", "a start of the journey");
    }
    door.answer(scene, answer);
  }

  @Override
  public void failed(Scene scene) {
    door.failed(scene);
  }

  @Override
  public void exit() {
    door.exit();
  }
}
