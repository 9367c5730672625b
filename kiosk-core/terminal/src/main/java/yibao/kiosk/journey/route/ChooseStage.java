package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;

/** The citizen picks an item from the region's list. */
public final class ChooseStage implements Stage {

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
            .flatMap(n -> offered(site, n.asInt()))
            .orElseThrow(() -> new Misread("item", "a number of what is offered"));
    scene.follow(Routes.of(this, item, scene));
  }

  private static Optional<ServiceItem> offered(Site site, int seq) {
    return site.region().offered(site.pool()).stream()
        .filter(item -> item.seq() == seq)
        .findFirst();
  }
}
