package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;

/**
 * Nothing is kept any more; the citizen takes card and paper. A card still lying there holds this
 * screen.
 */
final class GoodbyeStage implements Stage {

  private final boolean paperOut;
  private final Optional<String> why;
  private boolean cardLeft;
  private Optional<IdCardStation.Watch> watch = Optional.empty();

  /**
   * Says good-bye.
   *
   * @param paperOut whether paper lies in the tray
   * @param why code of the sentence that says why the visit ended
   */
  GoodbyeStage(boolean paperOut, Optional<String> why) {
    this.paperOut = paperOut;
    this.why = why;
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return cardLeft ? Pace.WORKING : Pace.LEAVING;
  }

  @Override
  public void enter(Scene scene) {
    cardLeft = scene.facilities().cards().cardPresent();
    if (cardLeft) {
      watch =
          Optional.of(
              scene.facilities().cards().watchRemoval(scene.guarded(event -> heard(scene, event))));
      scene.pace();
    }
  }

  private void heard(Scene scene, IdCardEvent event) {
    if (event instanceof IdCardEvent.Removed) {
      cardLeft = false;
      exit();
      scene.pace();
      scene.refresh();
    }
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Goodbye(
        cardLeft,
        paperOut,
        why.map(
            code -> new Notice(code, scene.facilities().sentences().say(code), Notice.Tone.INFO)));
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    if (!Answers.text(answer, "choice").equals("done")) {
      throw new Misread("choice", "done");
    }
    if (!cardLeft) {
      scene.leave(Scene.Leaving.CHOSEN);
    }
  }

  @Override
  public void exit() {
    watch.ifPresent(IdCardStation.Watch::close);
    watch = Optional.empty();
  }
}
