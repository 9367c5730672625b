package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before opening a device again: longer each time up to a second, with jitter, so
 * that a device plugged in again works within two.
 */
final class ReopenPace {
  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 1000;
  private static final double JITTER = 0.25;

  private final RandomGenerator random;
  private long next = FIRST_MILLIS;

  ReopenPace(RandomGenerator random) {
    this.random = random;
  }

  /** The next wait. */
  Duration next() {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    Duration wait = Duration.ofMillis(Math.round(next * factor));
    next = Math.min(LONGEST_MILLIS, next * 2);
    return wait;
  }

  /** Begins anew: the device could be opened. */
  void reset() {
    next = FIRST_MILLIS;
  }
}
