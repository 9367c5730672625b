package yibao.kiosk.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Checks a month against its bounds and against the month it must not lie before. */
final class MonthRule {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu年M月");

  private MonthRule() {}

  static Checked check(Input.Month rule, String value, FormRules.Situation situation) {
    YearMonth month;
    try {
      month = YearMonth.parse(value);
    } catch (DateTimeParseException notAMonth) {
      return new Checked.Wrong("form.month-impossible", Map.of());
    }
    LocalDate today = situation.today();
    Optional<YearMonth> first = rule.earliest().map(bound -> YearMonth.from(bound.from(today)));
    if (first.isPresent() && month.isBefore(first.get())) {
      return wrong("form.month-early", first.get());
    }
    Optional<YearMonth> last = rule.latest().map(bound -> YearMonth.from(bound.from(today)));
    if (last.isPresent() && month.isAfter(last.get())) {
      return wrong("form.month-late", last.get());
    }
    Optional<YearMonth> begin =
        rule.notBefore()
            .map(field -> situation.answers().getOrDefault(field, ""))
            .filter(answer -> !answer.isEmpty())
            .map(YearMonth::parse);
    return begin.isPresent() && month.isBefore(begin.get())
        ? wrong("form.month-order", begin.get())
        : new Checked.Fine(month.toString(), SHOWN.format(month));
  }

  private static Checked wrong(String code, YearMonth bound) {
    return new Checked.Wrong(code, Map.of("month", SHOWN.format(bound)));
  }
}
