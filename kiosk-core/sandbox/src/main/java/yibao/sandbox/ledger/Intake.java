package yibao.sandbox.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a terminal took a filing in, and what it promised the citizen.
 *
 * @param originals whether a window must still see the originals
 * @param limit how much time was promised from acceptance on, where some was
 * @param unit what that is counted in
 * @param due the day promised, once the limit runs
 * @param item the region and printed number of its item, e.g. {@code qinghai-12}, where it was said
 * @param materials which paper each page shows, in the terminal's words
 */
public record Intake(
    boolean originals,
    Optional<Integer> limit,
    Unit unit,
    Optional<LocalDate> due,
    Optional<String> item,
    List<String> materials) {

  /** Nothing was promised. */
  public static final Intake NOTHING =
      new Intake(
          false,
          Optional.empty(),
          Unit.WORKING_DAYS,
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** What a promise is counted in. */
  public enum Unit {
    /** 个工作日. */
    WORKING_DAYS,
    /** 个自然日. */
    NATURAL_DAYS,
    /** 个月. */
    MONTHS
  }

  public Intake {
    // Ledgers written before terminals promised anything but working days.
    unit = unit == null ? Unit.WORKING_DAYS : unit;
    item = item == null ? Optional.empty() : item;
    materials = materials == null ? List.of() : List.copyOf(materials);
  }

  /** The same filing with its limit running to this day. */
  Intake until(LocalDate day) {
    return new Intake(originals, limit, unit, Optional.of(day), item, materials);
  }

  /** The same filing with its originals seen. */
  Intake seen() {
    return new Intake(false, limit, unit, due, item, materials);
  }
}
