package yibao.kiosk.journey;

import java.time.Duration;
import java.util.concurrent.Executor;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.journey.visit.Pace;

/**
 * Counts the time nobody touches the terminal. Touched, and telling its listener, under the
 * journey's lock only.
 */
final class IdleClock {

  /** Who is told. */
  interface Listener {
    /** The warning counts down; {@code secondsLeft} 0 takes it back. */
    void warning(int secondsLeft);

    /** Time is up. */
    void elapsed();
  }

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Timekeeper time;
  private final Executor underLock;
  private final Listener listener;
  private Pace pace = Pace.NOBODY;
  private long lastTouch;
  private boolean warned;
  private boolean unhurried;

  /**
   * A clock that stands still until it is restarted.
   *
   * @param underLock runs a call under the journey's lock
   */
  IdleClock(Timekeeper time, Executor underLock, Listener listener) {
    this.time = time;
    this.underLock = underLock;
    this.listener = listener;
  }

  /** Starts over at this pace. */
  void restart(Pace next) {
    pace = next;
    touched();
  }

  /** Whether everything takes its longer time from the next touch on. */
  void take(boolean moreTime) {
    unhurried = moreTime;
  }

  /** Somebody touched the terminal. */
  void touched() {
    lastTouch++;
    if (warned) {
      warned = false;
      listener.warning(0);
    }
    if (pace.timed()) {
      ring(pace.still(unhurried), () -> count(pace.countdown(unhurried)));
    }
  }

  private void count(Duration left) {
    if (left.isZero() || left.isNegative()) {
      warned = false;
      listener.warning(0);
      listener.elapsed();
      return;
    }
    warned = true;
    listener.warning((int) left.toSeconds());
    ring(SECOND, () -> count(left.minus(SECOND)));
  }

  /**
   * An alarm is void once somebody has touched the terminal after it was set, even if it rings
   * already.
   */
  private void ring(Duration delay, Runnable task) {
    long set = lastTouch;
    time.after(
        delay,
        () ->
            underLock.execute(
                () -> {
                  if (set == lastTouch) {
                    task.run();
                  }
                }));
  }
}
