package yibao.kiosk.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Sentences;
import yibao.kiosk.paper.Paper;
import yibao.templates.QrPicture;

/** Pictures of the paper that the current step is about: its pages and the symbol for a phone. */
final class PaperApi {
  private static final int QR_MODULE = 8;

  private final Journey journey;
  private final ViewJson json;
  private final Sentences sentences;

  PaperApi(Journey journey, ViewJson json, Sentences sentences) {
    this.journey = journey;
    this.json = json;
    this.sentences = sentences;
  }

  void mount(Router router) {
    router
        .get("/api/journey/paper/phone")
        .handler(
            c ->
                picture(
                    c,
                    journey
                        .takeAway()
                        .map(link -> link.address().toString())
                        .or(() -> onScreen(journey.view().step()))
                        .map(address -> QrPicture.png(address, QR_MODULE))));
    router
        .getWithRegex("/api/journey/paper/(?<page>[1-9][0-9]{0,2})")
        .handler(c -> picture(c, page(Integer.parseInt(c.pathParam("page")))));
  }

  private static Optional<String> onScreen(Step step) {
    return step instanceof Step.Result result
        ? result.phone().map(Step.Result.OnPhone::address)
        : Optional.empty();
  }

  private Optional<byte[]> page(int page) {
    // Painted outside the journey's lock: it takes a while.
    Optional<Paper> paper = journey.paper();
    return paper.filter(p -> page <= p.pages()).map(p -> p.preview(page - 1));
  }

  private void picture(RoutingContext context, Optional<byte[]> png) {
    if (png.isPresent()) {
      context.response().putHeader("Content-Type", "image/png").end(Buffer.buffer(png.get()));
    } else {
      Problem.of(404, "web.unknown", sentences.say("web.unknown")).send(context, json);
    }
  }
}
