package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Answers;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/**
 * Asks what decides which way an item goes, e.g. employed or flexible, before anything else is
 * asked.
 */
final class FactStage implements Stage {

  private final Fact missing;
  private final BiFunction<String, Scene, List<Stage>> onward;

  /**
   * Asks.
   *
   * @param onward the plan that an answer leads to
   */
  FactStage(Fact missing, BiFunction<String, Scene, List<Stage>> onward) {
    this.missing = missing;
    this.onward = onward;
  }

  @Override
  public Pace pace() {
    return Pace.BROWSING;
  }

  @Override
  public Step show(Scene scene) {
    return Step.Question.choice(
        missing.name(),
        missing.question(),
        Optional.empty(),
        missing.options().stream()
            .map(o -> new Step.Question.Option(o.value(), o.label(), Optional.empty()))
            .toList());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    String value = Answers.text(answer, "value");
    if (missing.options().stream().noneMatch(o -> o.value().equals(value))) {
      throw new Misread("value", "one of the options");
    }
    scene.follow(onward.apply(value, scene));
  }
}
