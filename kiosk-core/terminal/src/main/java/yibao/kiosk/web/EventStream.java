package yibao.kiosk.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.journey.Journey;
import yibao.kiosk.journey.JourneyEvent;
import yibao.kiosk.journey.view.StepKind;

/**
 * Server-sent events: what the screen hears without asking. A screen that does not keep up is cut
 * off and reconnects. A page that names itself ends the visit of one that was lost.
 */
final class EventStream {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Bytes a screen may be behind; a view is a few kilobytes. */
  private static final int MOST_BEHIND = 256 * 1024;

  private final Vertx vertx;
  private final Journey journey;
  private final Devices devices;
  private final Screens screens;
  private final Pages pages;
  private final ViewJson json;

  EventStream(
      Vertx vertx, Journey journey, Devices devices, Screens screens, Pages pages, ViewJson json) {
    this.vertx = vertx;
    this.journey = journey;
    this.devices = devices;
    this.screens = screens;
    this.pages = pages;
    this.json = json;
  }

  void mount(Router router) {
    router.get("/api/events").handler(this::open);
  }

  private void open(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    Optional<String> page =
        Optional.ofNullable(routing.request().getParam("page")).filter(Pages::isName);
    if (page.isPresent() && pages.comes(page.get())) {
      journey.loseScreen();
    }
    Farewell farewell = new Farewell();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .setWriteQueueMaxSize(MOST_BEHIND);
    Context context = vertx.getOrCreateContext();
    List<AutoCloseable> sources =
        List.of(
            journey.subscribe(
                event -> {
                  farewell.hear(event);
                  context.runOnContext(_ -> write(response, event));
                }),
            devices.subscribe(
                list ->
                    context.runOnContext(
                        _ -> write(response, "devices", json.write(DeviceLine.of(list))))),
            screens.listens(
                    word -> {
                      farewell.hear(word);
                      context.runOnContext(_ -> write(response, word.name(), word.data()));
                    })
                ::run);
    long heartbeat =
        vertx.setPeriodic(
            HEARTBEAT.toMillis(), _ -> context.runOnContext(_ -> raw(response, ":\n\n")));
    Runnable end =
        () -> {
          vertx.cancelTimer(heartbeat);
          sources.forEach(EventStream::close);
          page.ifPresent(name -> pages.goes(name, farewell.said()));
        };
    response.closeHandler(_ -> end.run());
    if (response.closed()) {
      // The screen went away before the handler was set.
      end.run();
    }
  }

  /** Whether a page was told something at which it drops itself. */
  private static final class Farewell {
    private volatile boolean visited;
    private volatile boolean said;

    void hear(JourneyEvent event) {
      if (event instanceof JourneyEvent.ViewChanged(var view)) {
        if (view.step().kind() != StepKind.ATTRACT) {
          visited = true;
        } else if (visited) {
          said = true;
        }
      }
    }

    void hear(Screens.Word word) {
      if (word.name().equals(Screens.RELOAD)) {
        said = true;
      }
    }

    boolean said() {
      return said;
    }
  }

  private void write(HttpServerResponse response, JourneyEvent event) {
    switch (event) {
      case JourneyEvent.ViewChanged(var view) ->
          write(response, "view", json.say(view, view.language()));
      case JourneyEvent.Idle(int secondsLeft) ->
          write(response, "idle", json.write(Map.of("secondsLeft", secondsLeft)));
    }
  }

  private void write(HttpServerResponse response, String name, String data) {
    raw(response, "event: " + name + "\ndata: " + data + "\n\n");
  }

  private static void raw(HttpServerResponse response, String text) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.writeQueueFull()) {
      response.reset();
    } else {
      response.write(text);
    }
  }

  private static void close(AutoCloseable source) {
    try {
      source.close();
    } catch (Exception e) {
      throw new IllegalStateException("a subscription closes without a fault", e);
    }
  }
}
