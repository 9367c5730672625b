package yibao.kiosk.journey.ending;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Readers;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/**
 * Nothing is kept any more; the citizen takes card and paper. A card still lying there holds this
 * screen.
 */
public final class GoodbyeStage implements Stage {

  private final boolean paperOut;
  private final Optional<String> why;
  private boolean cardLeft;
  private final List<Devices.Subscription> watches = new ArrayList<>();

  /**
   * Says good-bye.
   *
   * @param paperOut whether paper lies in the tray
   * @param why code of the sentence that says why the visit ended
   */
  public GoodbyeStage(boolean paperOut, Optional<String> why) {
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
    Readers readers = scene.facilities().readers();
    cardLeft = readers.cardLeft();
    if (cardLeft) {
      watches.add(readers.idCards().watchRemoval(scene.guarded(_ -> look(scene))));
      watches.add(readers.ssCards().watchRemoval(scene.guarded(_ -> look(scene))));
      scene.pace();
    }
  }

  private void look(Scene scene) {
    if (cardLeft && !scene.facilities().readers().cardLeft()) {
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
            code ->
                new Notice(
                    code,
                    scene
                        .facilities()
                        .sentences()
                        .say(code, Map.of("terminal", scene.facilities().site().terminal())),
                    Notice.Tone.INFO)));
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
    watches.forEach(Devices.Subscription::close);
    watches.clear();
  }
}
