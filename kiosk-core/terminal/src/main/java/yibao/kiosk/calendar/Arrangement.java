package yibao.kiosk.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * A year's 放假调休 as the State Council arranged it.
 *
 * @param year the year it is for; single days may lie in December before
 * @param holidays days off, weekends among them included
 * @param workdays weekend days on which people work (调休上班)
 */
public record Arrangement(int year, Set<LocalDate> holidays, Set<LocalDate> workdays) {

  public Arrangement {
    holidays = Set.copyOf(holidays);
    workdays = Set.copyOf(workdays);
  }
}
