package yibao.kiosk.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import yibao.kiosk.calendar.Timekeeper;

/**
 * Time as the machine's clock tells it; alarms ring on virtual threads, so that none delays
 * another.
 */
public final class SystemTimekeeper implements Timekeeper, AutoCloseable {

  private static final Logger LOG = System.getLogger(SystemTimekeeper.class.getName());

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timekeeper").factory());

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    Future<?> ordered =
        scheduler.schedule(() -> ring(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> ordered.cancel(false);
  }

  private static void ring(Runnable task) {
    Thread.ofVirtual()
        .name("alarm")
        .uncaughtExceptionHandler(
            (thread, fault) -> LOG.log(Level.ERROR, "[timer.failed] an alarm failed", fault))
        .start(task);
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
