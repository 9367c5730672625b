package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/**
 * What was to be handed in as well is not for this terminal; the visit ends as it would have ended
 * before.
 */
final class NotAlongsideStage implements Stage {

  private static final String CODE = "result.not-alongside";
  private static final List<Choice> BACK = List.of(new Choice("back", "我知道了", true));

  private final List<Stage> before;

  /**
   * Tells so.
   *
   * @param before the result of what was handed in, and what follows it
   */
  NotAlongsideStage(List<Stage> before) {
    this.before = List.copyOf(before);
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.READING;
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Eligibility(
        new Notice(CODE, scene.facilities().sentences().say(CODE), Notice.Tone.INFO),
        List.of(),
        BACK);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Answers.choice(answer, BACK);
    scene.visit().comeBack();
    List<Stage> rest = new ArrayList<>(List.of(this));
    rest.addAll(before);
    scene.follow(rest);
  }
}
