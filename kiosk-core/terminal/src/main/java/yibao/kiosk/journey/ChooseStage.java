package yibao.kiosk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Step;

/** The citizen picks an item from the region's list. */
final class ChooseStage implements Stage {

  @Override
  public Pace pace() {
    return Pace.BROWSING;
  }

  @Override
  public Step show(Scene scene) {
    return new Step.Choose(Optional.empty());
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    Site site = scene.facilities().site();
    ServiceItem item =
        Optional.of(answer.path("item"))
            .filter(JsonNode::isInt)
            .flatMap(n -> site.region().item(n.asInt()))
            .orElseThrow(() -> new Misread("item", "a number of the region's list"));
    scene.follow(Routes.of(this, item, scene));
  }
}
