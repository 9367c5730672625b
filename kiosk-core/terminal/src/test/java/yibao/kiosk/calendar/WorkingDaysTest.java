package yibao.kiosk.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yibao.kiosk.calendar.WorkingDays.Counted;

class WorkingDaysTest {

  /** A holiday from Wednesday the 1st to Friday the 3rd, made up for on Saturday the 11th. */
  private final WorkingDays days =
      new WorkingDays(
          List.of(
              new Arrangement(
                  2025,
                  Set.of(day("2025-10-01"), day("2025-10-02"), day("2025-10-03")),
                  Set.of(day("2025-10-11")))));

  @Test
  void the_day_of_the_event_is_not_counted() {
    assertEquals(new Counted(day("2025-09-16"), true), days.after(day("2025-09-15"), 1));
  }

  @Test
  void an_event_on_a_day_off_counts_from_the_next_working_day() {
    assertEquals(day("2025-09-15"), days.after(day("2025-09-13"), 1).day());
  }

  @Test
  void weekends_and_holidays_are_skipped_and_made_up_days_counted() {
    assertEquals(day("2025-10-06"), days.after(day("2025-09-30"), 1).day());
    assertEquals(day("2025-10-11"), days.after(day("2025-09-30"), 6).day());
    assertEquals(day("2025-10-13"), days.after(day("2025-09-30"), 7).day());
  }

  @Test
  void beyond_the_known_years_only_weekends_are_skipped_and_the_result_says_so() {
    assertEquals(new Counted(day("2026-01-01"), false), days.after(day("2025-12-31"), 1));
    assertFalse(days.after(day("2027-09-30"), 1).arranged());
    assertTrue(days.after(day("2025-12-30"), 1).arranged());
  }

  @Test
  void no_days_at_all_is_no_limit() {
    assertThrows(IllegalArgumentException.class, () -> days.after(day("2025-09-15"), 0));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
