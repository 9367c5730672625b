package yibao.hall.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import yibao.telemetry.Topics;

/**
 * A work order 工单: something to repair, who repairs it until when, and what was done.
 *
 * @param number GZ and the hall's time to the millisecond
 * @param fault what is wrong, and where
 * @param openedBy staff number
 * @param owner staff number of whoever repairs it, once somebody does
 * @param dueOn the last day to do so, the hall's date
 * @param closing how it ended; absent while it is open
 */
public record WorkOrder(
    String number,
    Fault fault,
    String openedBy,
    Instant openedAt,
    Optional<String> owner,
    Optional<LocalDate> dueOn,
    Optional<Closing> closing) {

  /** Numbers of people: a citizen's have no place in a repair's record. */
  private static final Pattern OF_PEOPLE = Pattern.compile("[0-9]{11}|[0-9]{17}[0-9Xx]");

  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  /**
   * What is wrong.
   *
   * @param device which device, where it is one's
   * @param alarm the alarm it was opened from
   * @param text 10 to 500 characters without anybody's numbers
   */
  public record Fault(Topics of, Optional<String> device, Optional<Long> alarm, String text) {
    public Fault {
      demand(isText(text, SHORTEST), "a fault of 10 to 500 characters");
    }
  }

  /**
   * How it ended.
   *
   * @param done what was done, 2 to 500 characters without anybody's numbers
   * @param by staff number
   */
  public record Closing(String done, String by, Instant at) {
    private static final int SHORTEST_DONE = 2;

    public Closing {
      demand(isText(done, SHORTEST_DONE), "what was done in 2 to 500 characters");
    }
  }

  private static boolean isText(String text, int shortest) {
    return text.strip().length() >= shortest
        && text.length() <= LONGEST
        && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n')
        && !OF_PEOPLE.matcher(text).find();
  }

  private static void demand(boolean fine, String what) {
    if (!fine) {
      throw new IllegalArgumentException("a work order has " + what);
    }
  }
}
