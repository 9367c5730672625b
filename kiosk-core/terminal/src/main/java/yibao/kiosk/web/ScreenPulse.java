package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import yibao.kiosk.calendar.Timekeeper;

/**
 * The page's signs of life: one every few seconds while it paints. Whoever keeps the browser
 * running reads from the health report how long it has been quiet, and starts it anew.
 */
final class ScreenPulse {

  private final Timekeeper time;
  private final AtomicReference<OptionalLong> last = new AtomicReference<>(OptionalLong.empty());

  ScreenPulse(Timekeeper time) {
    this.time = time;
  }

  void mount(Router router) {
    router
        .post("/api/screen")
        .handler(
            context -> {
              last.set(OptionalLong.of(time.nanos()));
              context.response().setStatusCode(204).end();
            });
  }

  /** Whole seconds since the last sign; empty before the first. */
  OptionalLong quietSeconds() {
    OptionalLong at = last.get();
    return at.isPresent()
        ? OptionalLong.of(Duration.ofNanos(time.nanos() - at.getAsLong()).toSeconds())
        : OptionalLong.empty();
  }
}
