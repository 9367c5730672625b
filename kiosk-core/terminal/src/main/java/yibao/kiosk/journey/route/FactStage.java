package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.ServiceItem;
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

  private final Stage home;
  private final ServiceItem item;
  private final Facts known;
  private final Fact missing;

  FactStage(Stage home, ServiceItem item, Facts known, Fact missing) {
    this.home = home;
    this.item = item;
    this.known = known;
    this.missing = missing;
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
    scene.follow(Routes.of(home, item, known.with(missing.name(), value), scene));
  }
}
