package yibao.telemetry.condition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one terminal did in a month.
 *
 * @param days the newest first
 * @param items the most visited first
 * @param leftAt where visits ended that did not get to their end, the most frequent first
 * @param counted what was read and printed, the newest day first
 */
public record MonthFigures(
    List<Day> days,
    List<Item> items,
    List<Left> leftAt,
    List<Counted> counted,
    List<Paper> papers) {

  /**
   * Visits of a day.
   *
   * @param day the hall's date
   * @param visits visits that ended; two items in one visit are two
   * @param reached how many got to an answer, a result or a paper
   * @param seconds how long one took on average
   * @param waited seconds of it in which somebody waited, on average; absent where none was told
   */
  public record Day(String day, long visits, long reached, long seconds, Optional<Long> waited) {}

  /**
   * Visits for an item.
   *
   * @param seq its printed number
   * @param name as its list prints it
   */
  public record Item(int seq, String name, long visits, long reached) {}

  /**
   * Visits that did not get to their end.
   *
   * @param step the kind of step at which people left
   */
  public record Left(String step, long visits) {}

  /** What was counted on a day, by name, e.g. {@code card.failed}. */
  public record Counted(String day, Map<String, Long> counts) {}

  /**
   * How long a printer's paper will last.
   *
   * @param device {@code printer} or {@code a4}
   */
  public record Paper(String device, PaperForecast forecast) {}
}
