package yibao.kiosk.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two date fields whose days must lie apart from those that filings on record hold already.
 *
 * @param from field of the first day
 * @param to field of the last day; answered with nothing it means for ever
 * @param of kind of the filings on record, in the region packs' word
 */
public record Apart(String from, String to, String of) {

  /**
   * Days that a filing on record holds.
   *
   * @param number 受理号 of the filing
   * @param from first day
   * @param to last day; empty: for ever
   * @param words what it is and for how long, e.g. 长期居住，上海市，2026年3月2日起，长期有效
   */
  public record Held(String number, LocalDate from, Optional<LocalDate> to, String words) {

    /** Whether it holds any day of these; no last day means for ever. */
    public boolean meets(LocalDate first, Optional<LocalDate> last) {
      return to.filter(day -> day.isBefore(first)).isEmpty()
          && last.filter(day -> day.isBefore(from)).isEmpty();
    }
  }

  /**
   * What holds the days already that an answer to one of the two fields would take.
   *
   * @param field the field answered; others take no days
   * @param value the answer, an ISO day or empty
   * @param answers values given so far, by field name
   */
  public Optional<Held> inTheWay(
      String field, String value, Map<String, String> answers, List<Held> held) {
    if (!field.equals(from) && !field.equals(to)) {
      return Optional.empty();
    }
    Optional<LocalDate> day = day(value);
    Optional<LocalDate> first = field.equals(from) ? day : day(answers.getOrDefault(from, ""));
    return first.flatMap(begin -> held.stream().filter(one -> one.meets(begin, day)).findFirst());
  }

  private static Optional<LocalDate> day(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
  }
}
