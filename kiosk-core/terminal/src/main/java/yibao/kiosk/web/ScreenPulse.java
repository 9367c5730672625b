package yibao.kiosk.web;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import yibao.kiosk.calendar.Timekeeper;

/**
 * The page's signs of life: one every few seconds while it paints, and the stream it listens to.
 * Whoever keeps the browser running reads from the health report how long it has been quiet or
 * gone, and starts it anew.
 */
final class ScreenPulse {

  private final Timekeeper time;
  private final Pages pages;
  private final AtomicReference<OptionalLong> last = new AtomicReference<>(OptionalLong.empty());

  ScreenPulse(Timekeeper time, Pages pages) {
    this.time = time;
    this.pages = pages;
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

  /**
   * Milliseconds since the last page that listened was gone; empty while one listens, and where a
   * page that listens to nothing has given a sign since.
   */
  OptionalLong goneMillis() {
    OptionalLong alone = pages.alone();
    OptionalLong sign = last.get();
    if (alone.isEmpty() || (sign.isPresent() && sign.getAsLong() - alone.getAsLong() > 0)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Duration.ofNanos(time.nanos() - alone.getAsLong()).toMillis());
  }
}
