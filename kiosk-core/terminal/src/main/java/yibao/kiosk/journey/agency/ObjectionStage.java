package yibao.kiosk.journey.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/**
 * What has been said cannot be so. Whoever has put it right comes by here again, and goes on at
 * once.
 */
abstract class ObjectionStage implements Stage {

  private final List<Choice> choices;

  ObjectionStage(List<Choice> choices) {
    this.choices = List.copyOf(choices);
  }

  /** Why it cannot be; asked only while it stands. */
  abstract Notice why(Scene scene);

  /** Leads on from here. */
  abstract void chosen(Scene scene, String choice);

  @Override
  public final boolean revisitable() {
    return false;
  }

  @Override
  public final Pace pace() {
    return Pace.READING;
  }

  /** The corrected question leads back here. */
  @Override
  public final void enter(Scene scene) {
    if (!applies(scene.visit())) {
      scene.next();
    }
  }

  @Override
  public final Step show(Scene scene) {
    return new Step.Eligibility(why(scene), List.of(), choices);
  }

  @Override
  public final void answer(Scene scene, JsonNode answer) {
    chosen(scene, Answers.choice(answer, choices));
  }
}
