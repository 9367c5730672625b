package yibao.demo;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import yibao.devices.page.PagePicture;

/** The calls that hold pictures before the cameras: a phone with a code, a page of paper. */
final class CameraRoutes {
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final CodeWindow codes;
  private final SimulatedScreen screen;

  CameraRoutes(CodeWindow codes, SimulatedScreen screen) {
    this.codes = codes;
    this.screen = screen;
  }

  void mount(Router router) {
    router.post("/sim/scan").consumes("image/*").handler(this::holdCode);
    router.post("/sim/document-camera").handler(this::layPage);
    router
        .delete("/sim/document-camera")
        .handler(
            c -> {
              screen.takePageAway();
              c.response().setStatusCode(204).end();
            });
  }

  private void holdCode(RoutingContext context) {
    Optional<BufferedImage> picture = picture(context);
    if (picture.isEmpty()) {
      refuse(context, 400, "the body must be a JPEG or PNG picture of at most 12 megapixels");
    } else if (codes.hold(CameraPictures.frame(picture.get()))) {
      context.response().setStatusCode(204).end();
    } else {
      refuse(context, 422, "the scan engine finds no code in this picture");
    }
  }

  private void layPage(RoutingContext context) {
    Optional<BufferedImage> picture = picture(context).map(CameraPictures::underCamera);
    if (picture.isEmpty()) {
      refuse(context, 400, "the body must be a JPEG or PNG picture of at most 12 megapixels");
      return;
    }
    try {
      screen.lay(PagePicture.jpeg(picture.get(), MOST_BYTES), picture.get());
      context.response().setStatusCode(204).end();
    } catch (IOException e) {
      refuse(context, 500, e.toString());
    }
  }

  private static Optional<BufferedImage> picture(RoutingContext context) {
    return Optional.ofNullable(context.body().buffer())
        .flatMap(body -> PagePicture.read(body.getBytes()));
  }

  private static void refuse(RoutingContext context, int status, String why) {
    context.response().setStatusCode(status).end(why);
  }
}
