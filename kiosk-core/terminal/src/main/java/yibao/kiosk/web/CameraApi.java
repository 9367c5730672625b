package yibao.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import yibao.devices.page.PageFault;
import yibao.devices.qr.GreyImage;
import yibao.kiosk.hardware.CameraFault;
import yibao.kiosk.hardware.CameraScanner;
import yibao.kiosk.hardware.CameraScanner.Seen;
import yibao.kiosk.hardware.ScreenDocumentCamera;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Sentences;

/**
 * The calls by which the screen's camera shows the service what it films. A frame belongs to one
 * view of the journey: one filmed for an older view is not looked at. Nothing of it is kept.
 */
final class CameraApi {

  /** A picture of 1280 × 720; the page reduces larger ones. */
  private static final int MOST_PIXELS = 1280 * 720;

  private final Journey journey;
  private final Optional<CameraScanner> codes;
  private final Optional<ScreenDocumentCamera> pages;
  private final ViewJson json;
  private final Sentences sentences;

  CameraApi(
      Journey journey,
      Optional<CameraScanner> codes,
      Optional<ScreenDocumentCamera> pages,
      ViewJson json,
      Sentences sentences) {
    this.journey = journey;
    this.codes = codes;
    this.pages = pages;
    this.json = json;
    this.sentences = sentences;
  }

  void mount(Router router) {
    codes.ifPresent(
        camera -> {
          router.post("/api/camera/scan").handler(c -> guarded(c, () -> code(c, camera)));
          router
              .post("/api/camera/scan/fault")
              .handler(c -> guarded(c, () -> camera.failed(fault(c))));
        });
    pages.ifPresent(
        camera -> {
          router.post("/api/camera/document").handler(c -> guarded(c, () -> page(c, camera)));
          router
              .post("/api/camera/document/picture")
              .handler(c -> guarded(c, () -> picture(c, camera)));
          router
              .post("/api/camera/document/fault")
              .handler(c -> guarded(c, () -> camera.failed(fault(c))));
        });
  }

  private void code(RoutingContext context, CameraScanner camera) {
    GreyImage frame = frame(context);
    Optional<Seen> seen =
        current(context, Step.Identify.class) ? camera.film(frame) : Optional.empty();
    send(
        context,
        200,
        switch (seen.orElse(null)) {
          case null -> Map.of("seen", "unseen");
          case Seen.Code _ -> Map.of("seen", "code");
          case Seen.Nothing(var hint, boolean lamp) ->
              Map.of("seen", "nothing", "hint", hint.code(), "lamp", lamp);
        });
  }

  private void page(RoutingContext context, ScreenDocumentCamera camera) {
    GreyImage frame = frame(context);
    Optional<ScreenDocumentCamera.Seen> looked =
        current(context, Step.Materials.class) ? camera.film(frame) : Optional.empty();
    send(
        context,
        200,
        looked
            .map(
                seen ->
                    new PageSeen(
                        seen.fault().map(_ -> "fault").orElse("page"),
                        seen.fault().map(PageFault::code),
                        seen.shoot()))
            .orElse(new PageSeen("unseen", Optional.empty(), false)));
  }

  private record PageSeen(String seen, Optional<String> fault, boolean shoot) {}

  private void picture(RoutingContext context, ScreenDocumentCamera camera) {
    if (!current(context, Step.Materials.class) || !camera.picture(body(context))) {
      send(context, 409, journey.view());
    }
  }

  /** Whether a call was made for the view that stands now, and its step is one that films. */
  private boolean current(RoutingContext context, Class<? extends Step> filmed) {
    View view = journey.view();
    return number(context, "revision") == view.revision() && filmed.isInstance(view.step());
  }

  private static byte[] body(RoutingContext context) {
    return context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
  }

  private static GreyImage frame(RoutingContext context) {
    int width = number(context, "width");
    int height = number(context, "height");
    byte[] pixels = body(context);
    boolean fits =
        width > 0
            && height > 0
            && (long) width * height <= MOST_PIXELS
            && pixels.length == width * height;
    if (!fits) {
      throw new Misread("frame", "width × height grey bytes, at most " + MOST_PIXELS);
    }
    return new GreyImage(pixels, width, height);
  }

  private CameraFault fault(RoutingContext context) {
    try {
      JsonNode body = json.read(context.body().asString());
      return CameraFault.of(body.path("code").asText())
          .orElseThrow(() -> new Misread("code", "a camera's fault"));
    } catch (JsonProcessingException notJson) {
      throw new Misread("body", "JSON");
    }
  }

  private static int number(RoutingContext context, String name) {
    try {
      return Integer.parseInt(context.queryParams().get(name));
    } catch (NumberFormatException missing) {
      throw new Misread(name, "a whole number");
    }
  }

  /** Runs a call; one that has sent nothing answers 204. */
  private void guarded(RoutingContext context, Runnable call) {
    try {
      call.run();
      if (!context.response().ended()) {
        context.response().setStatusCode(204).end();
      }
    } catch (Misread misread) {
      new Problem(
              misread.getMessage(),
              400,
              sentences.say("web.misread"),
              "web.misread",
              Optional.of(misread.field()))
          .send(context, json);
    }
  }

  private void send(RoutingContext context, int status, Object body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(json.write(body));
  }
}
