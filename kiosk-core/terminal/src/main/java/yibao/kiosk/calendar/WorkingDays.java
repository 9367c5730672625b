package yibao.kiosk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts 工作日: Monday to Friday, except public holidays, and the weekend days worked for them.
 *
 * <p>A year whose arrangement is not known is counted by weekends only, and the result says so.
 */
public final class WorkingDays {

  private final Set<Integer> years;
  private final Set<LocalDate> holidays;
  private final Set<LocalDate> workdays;

  /** Working days by these arrangements; none at all is weekends only. */
  public WorkingDays(Collection<Arrangement> arrangements) {
    years = arrangements.stream().map(Arrangement::year).collect(Collectors.toUnmodifiableSet());
    holidays =
        arrangements.stream()
            .flatMap(year -> year.holidays().stream())
            .collect(Collectors.toUnmodifiableSet());
    workdays =
        arrangements.stream()
            .flatMap(year -> year.workdays().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether offices work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    if (workdays.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !holidays.contains(day);
  }

  /**
   * The last of so many working days, the first being the first one after the start.
   *
   * @param start the day of the event, itself never counted
   * @param days one or more
   */
  public Counted after(LocalDate start, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("one working day or more, not " + days);
    }
    LocalDate day = start;
    boolean arranged = true;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      arranged &= years.contains(day.getYear());
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return new Counted(day, arranged);
  }

  /**
   * A counted day.
   *
   * @param day the last day
   * @param arranged whether every year counted through has a known arrangement; otherwise public
   *     holidays may still move the day
   */
  public record Counted(LocalDate day, boolean arranged) {}
}
