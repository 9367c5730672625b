package yibao.kiosk.journey.visit;

import java.time.Duration;

/**
 * How long a citizen may stand still before the terminal asks, and how long it then waits before it
 * wipes.
 *
 * <p>Large print, voice, low reach and Tibetan need more time: the wait doubles and the countdown
 * is a minute.
 */
public enum Pace {
  /** Nobody is here. */
  NOBODY(Duration.ZERO, Duration.ZERO),
  /** Looking around, nobody signed in. */
  BROWSING(Duration.ofSeconds(60), Duration.ofSeconds(20)),
  /** Personal data on screen, nothing to fill in. */
  READING(Duration.ofSeconds(60), Duration.ofSeconds(30)),
  /** Filling in, reading a commitment, signing. */
  FILLING(Duration.ofSeconds(120), Duration.ofSeconds(30)),
  /** Staff are signed in. */
  ATTENDED(Duration.ofSeconds(60), Duration.ofSeconds(20)),
  /** The result is known. */
  DONE(Duration.ofSeconds(45), Duration.ofSeconds(20)),
  /** A device or the platform works; the citizen waits for us. */
  WORKING(Duration.ZERO, Duration.ZERO),
  /** Good-bye; over by itself, the screen counts down quietly. */
  LEAVING(Duration.ofSeconds(2), Duration.ofSeconds(8));

  private static final Duration LONG_COUNTDOWN = Duration.ofSeconds(60);

  private final Duration still;
  private final Duration countdown;

  Pace(Duration still, Duration countdown) {
    this.still = still;
    this.countdown = countdown;
  }

  /** Whether the idle clock runs at all. */
  public boolean timed() {
    return !still.isZero();
  }

  /** Time without a touch before the warning. */
  public Duration still(boolean unhurried) {
    return unhurried && this != LEAVING ? still.multipliedBy(2) : still;
  }

  /** Time from the warning to the wipe. */
  public Duration countdown(boolean unhurried) {
    return unhurried && this != LEAVING ? LONG_COUNTDOWN : countdown;
  }
}
