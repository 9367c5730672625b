package yibao.kiosk.filing;

import java.time.Duration;

/**
 * How patient the terminal is with the platform, and how much it keeps for it.
 *
 * @param firstPause wait before the second attempt; doubles with each further one
 * @param longestPause where doubling ends
 * @param startSpread longest wait before the first attempt after a start, so that a hall whose
 *     power returns does not call the province in one instant
 * @param laneWait how long a citizen waits for an attempt for the same person that is under way
 * @param tooLong age from which staff hear of a filing the platform has not answered, and how often
 * @param mostWaiting how many unanswered filings the terminal keeps before it takes no more
 * @param mostBytes how many bytes of scans that go with them, likewise
 */
public record FilingLimits(
    Duration firstPause,
    Duration longestPause,
    Duration startSpread,
    Duration laneWait,
    Duration tooLong,
    int mostWaiting,
    long mostBytes) {

  /** What a terminal in a hall runs with. */
  public static FilingLimits usual() {
    return new FilingLimits(
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(30),
        5_000,
        2L << 30);
  }
}
