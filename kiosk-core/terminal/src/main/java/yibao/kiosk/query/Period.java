package yibao.kiosk.query;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days a question is about.
 *
 * @param from first day
 * @param to last day, not before {@code from}
 */
record Period(LocalDate from, LocalDate to) {

  /** The form's field that holds it: a number of months, {@code thisYear} or {@code all}. */
  static final String FIELD = "period";

  private static final int YEARS_OF_ALL = 40;

  /** The days the citizen chose, up to today. */
  static Period of(Question question) {
    LocalDate today = question.today();
    String chosen = question.text(FIELD);
    LocalDate from =
        switch (chosen) {
          case "thisYear" -> today.withDayOfYear(1);
          case "all" -> today.minusYears(YEARS_OF_ALL).withDayOfYear(1);
          default -> today.minusMonths(Integer.parseInt(chosen) - 1L).withDayOfMonth(1);
        };
    return new Period(from, today);
  }

  YearMonth firstMonth() {
    return YearMonth.from(from);
  }

  YearMonth lastMonth() {
    return YearMonth.from(to);
  }
}
