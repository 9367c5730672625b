package yibao.kiosk.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.packs.Fault;
import yibao.kiosk.packs.PackKeeper;

/** Looks for a replaced region pack while nobody stands at the terminal. */
final class PackWatch implements AutoCloseable {

  private static final Logger LOG = System.getLogger(PackWatch.class.getName());

  /** Two looks must agree, so a new pack is served within twice this time. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PackKeeper keeper;
  private final Timekeeper time;
  private final BooleanSupplier nobodyHere;
  private final Executor disk;
  private final Runnable replaced;
  private volatile boolean closed;

  /**
   * Watches from {@link #start()} on.
   *
   * @param nobodyHere whether no visit is under way, which would see its region change
   * @param disk runs what reads the disk
   * @param replaced what to do once another pack is served
   */
  PackWatch(
      PackKeeper keeper,
      Timekeeper time,
      BooleanSupplier nobodyHere,
      Executor disk,
      Runnable replaced) {
    this.keeper = keeper;
    this.time = time;
    this.nobodyHere = nobodyHere;
    this.disk = disk;
    this.replaced = replaced;
  }

  void start() {
    tell(keeper.serving());
    order();
  }

  private void order() {
    if (!closed) {
      time.after(EVERY, () -> disk.execute(this::look));
    }
  }

  private void look() {
    try {
      if (!closed && nobodyHere.getAsBoolean()) {
        keeper.look().ifPresent(this::changed);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "[region.not-read] the region pack could not be looked at", e);
    } finally {
      order();
    }
  }

  private void changed(PackKeeper.Serving serving) {
    tell(serving);
    if (serving.faults().isEmpty()) {
      replaced.run();
    }
  }

  private static void tell(PackKeeper.Serving serving) {
    if (serving.faults().isEmpty()) {
      LOG.log(Level.INFO, "serving region pack {0}", serving.pack().region().id());
    }
    for (Fault fault : serving.faults()) {
      LOG.log(
          Level.WARNING,
          "[region.refused] region pack refused, serving the last good one; catalog check says why: {0}:{1}",
          fault.file(),
          fault.line());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
