package yibao.kiosk.filing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling to a ceiling, the second half at random. */
final class Pauses {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Pauses(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * The pause after so many attempts in a row without an answer.
   *
   * @param failures one or more
   */
  Duration after(int failures) {
    int doublings = Math.min(failures - 1, 30);
    long ceiling = longest.toMillis();
    long whole = Math.min(ceiling, first.toMillis() << doublings);
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }
}
