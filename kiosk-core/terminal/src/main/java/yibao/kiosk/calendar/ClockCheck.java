package yibao.kiosk.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the time the machine tells can be the time. Due dates and signatures refuse to be made on
 * a clock that cannot.
 *
 * <p>The platform's clock decides where it is known. Without it, time can neither lie before this
 * program was built nor before what was already seen, nor a long way past it.
 */
public final class ClockCheck {
  /** How far our clock and the platform's may differ. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** How far the clock may have gone back since it was last seen: a correction, not a fault. */
  public static final Duration STEP_BACK = Duration.ofHours(1);

  /** How long a terminal may have stood in a store room. */
  public static final Duration LONGEST_REST = Duration.ofDays(400);

  private ClockCheck() {}

  /**
   * What is known about the time from elsewhere than the machine's clock.
   *
   * @param built when this program was built
   * @param lastSeen the latest time that was held to be right, kept over restarts
   * @param platformAhead how far the platform's clock is ahead of ours, negative when behind; empty
   *     until it has answered in this run
   */
  public record Evidence(
      Instant built, Optional<Instant> lastSeen, Optional<Duration> platformAhead) {}

  /** Why a clock cannot be right. */
  public enum Doubt {
    /** Earlier than the day this program was made. */
    BEFORE_BUILD("clock.before-build"),
    /** Earlier than a time that has been. */
    WENT_BACK("clock.went-back"),
    /** Much later than a time that has been. */
    FAR_AHEAD("clock.far-ahead"),
    /** Not what the platform's clock says. */
    OFF_PLATFORM("clock.off-platform");

    private final String code;

    Doubt(String code) {
      this.code = code;
    }

    /** Stable code of the doubt. */
    public String code() {
      return code;
    }
  }

  /**
   * Judges a time.
   *
   * @return why it cannot be right; empty where nothing speaks against it
   */
  public static Optional<Doubt> doubt(Instant now, Evidence evidence) {
    if (evidence.platformAhead().isPresent()) {
      return evidence.platformAhead().get().abs().compareTo(TOLERANCE) > 0
          ? Optional.of(Doubt.OFF_PLATFORM)
          : Optional.empty();
    }
    if (now.isBefore(evidence.built())) {
      return Optional.of(Doubt.BEFORE_BUILD);
    }
    Instant known = evidence.lastSeen().orElse(evidence.built());
    if (now.isBefore(known.minus(STEP_BACK))) {
      return Optional.of(Doubt.WENT_BACK);
    }
    // A program may be older than the terminal's rest, so only a time that was seen sets this
    // limit.
    return evidence.lastSeen().isPresent() && now.isAfter(known.plus(LONGEST_REST))
        ? Optional.of(Doubt.FAR_AHEAD)
        : Optional.empty();
  }
}
