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

  /**
   * The form's field that holds it: a number of months, {@code thisYear}, {@code all}, or {@code
   * months} for those from {@link #FROM} to {@link #TO}.
   */
  private static final String FIELD = "period";

  private static final String FROM = "fromMonth";
  private static final String TO = "toMonth";

  private static final int YEARS_OF_ALL = 40;

  /** The days the citizen chose, none of them still to come. */
  static Period of(Question question) {
    LocalDate today = question.today();
    String chosen = question.text(FIELD);
    return switch (chosen) {
      case "thisYear" -> new Period(today.withDayOfYear(1), today);
      case "all" -> new Period(today.minusYears(YEARS_OF_ALL).withDayOfYear(1), today);
      case "months" ->
          new Period(
              YearMonth.parse(question.text(FROM)).atDay(1),
              earlier(YearMonth.parse(question.text(TO)).atEndOfMonth(), today));
      default ->
          new Period(today.minusMonths(Integer.parseInt(chosen) - 1L).withDayOfMonth(1), today);
    };
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  YearMonth firstMonth() {
    return YearMonth.from(from);
  }

  YearMonth lastMonth() {
    return YearMonth.from(to);
  }
}
