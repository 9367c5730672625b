package yibao.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wrong passwords or PINs since the last right one: after five in a row nothing is tried for five
 * minutes. Written down so that a restart forgives nobody.
 *
 * @param inARow wrong ones so far
 * @param closedUntil nothing is tried before
 */
public record WrongTries(int inARow, Instant closedUntil) {
  /** None. */
  public static final WrongTries NONE = new WrongTries(0, Instant.EPOCH);

  private static final Duration CLOSED = Duration.ofMinutes(5);
  private static final int MOST_WRONG = 5;
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}) (\\d{1,15})");

  /** What {@link #write} wrote; none where that cannot be read. */
  public static WrongTries read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? new WrongTries(
            Integer.parseInt(parts.group(1)), Instant.ofEpochMilli(Long.parseLong(parts.group(2))))
        : NONE;
  }

  /** One line to be read again. */
  public String write() {
    return inARow + " " + closedUntil.toEpochMilli();
  }

  /** With one more. */
  public WrongTries oneMore(Instant now) {
    return inARow + 1 < MOST_WRONG
        ? new WrongTries(inARow + 1, closedUntil)
        : new WrongTries(0, now.plus(CLOSED));
  }

  /**
   * Whether nothing is tried now. A clock set back does not keep it closed for longer than it would
   * have been.
   */
  public boolean closed(Instant now) {
    return now.isBefore(closedUntil) && now.plus(CLOSED).compareTo(closedUntil) >= 0;
  }

  /** Wrong ones that are still forgiven before it closes. */
  public int left() {
    return MOST_WRONG - inARow;
  }
}
