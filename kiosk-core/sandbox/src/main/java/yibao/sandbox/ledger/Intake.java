package yibao.sandbox.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a terminal took a filing in, and what it promised the citizen.
 *
 * @param originals whether a window must still see the originals
 * @param limit working days promised from acceptance on, where a limit in working days was
 * @param due the day promised, once the limit runs
 */
public record Intake(boolean originals, Optional<Integer> limit, Optional<LocalDate> due) {

  /** Nothing was promised. */
  public static final Intake NOTHING = new Intake(false, Optional.empty(), Optional.empty());

  /** The same filing with its limit running to this day. */
  Intake until(LocalDate day) {
    return new Intake(originals, limit, Optional.of(day));
  }
}
