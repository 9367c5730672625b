package yibao.kiosk.catalog;

import java.time.LocalDate;

/**
 * The day by which a time limit promises an end.
 *
 * @param date the last day of the limit
 * @param arranged whether the public holidays up to then are known; if not, they may still move it
 */
public record Deadline(LocalDate date, boolean arranged) {

  /** Counts working days for a limit. */
  @FunctionalInterface
  public interface DayCounter {
    /**
     * The last of so many working days after a day.
     *
     * @param start the day of the event, not counted
     * @param days one or more
     */
    Deadline workingDays(LocalDate start, int days);
  }
}
