package yibao.kiosk.calendar;

import java.time.Duration;
import java.time.InstantSource;

/** The one source of time: what time it is, and a call when some of it has passed. */
public interface Timekeeper extends InstantSource {

  /**
   * Calls {@code task} once, not before {@code delay} has passed. The task must be short or hand
   * over to a thread of its own.
   *
   * @param delay zero or more
   * @return takes the order back
   */
  Alarm after(Duration delay, Runnable task);

  /**
   * Nanoseconds that pass evenly from an unknown beginning, whatever happens to the clock on the
   * wall.
   */
  default long nanos() {
    return System.nanoTime();
  }

  /** A call that has been ordered. */
  interface Alarm {
    /** Takes the order back; does nothing once the task has begun. */
    void cancel();
  }
}
