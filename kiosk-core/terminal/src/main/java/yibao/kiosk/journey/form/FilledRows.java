package yibao.kiosk.journey.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.visit.Visit;

/** A filled-in form as lines: masked on screen, in full on the citizen's own paper. */
public final class FilledRows {

  private FilledRows() {}

  static List<Row> onScreen(Sheet sheet, Visit visit) {
    return rows(sheet, visit, true);
  }

  public static List<Row> onPaper(Sheet sheet, Visit visit) {
    return rows(sheet, visit, false);
  }

  private static List<Row> rows(Sheet sheet, Visit visit, boolean masked) {
    return sheet.standing(visit.values()).stream()
        .flatMap(field -> row(sheet, field, visit, masked))
        .toList();
  }

  /** What was known before has no question to go back to. */
  private static Stream<Row> row(Sheet sheet, Field field, Visit visit, boolean masked) {
    Optional<String> known = sheet.knownLabel(field);
    return known.isPresent()
        ? Stream.of(
            Row.of(
                field.title(),
                one(field, sheet.knownValue(field).orElseThrow(), known.get(), masked)))
        : visit
            .entry(field.name())
            .map(
                entry ->
                    field.input() instanceof Input.FilingOnRecord
                        ? Row.of(field.title(), entry.label())
                        : Row.changeable(field.title(), label(field, entry, masked), field.name()))
            .stream();
  }

  private static String label(Field field, Visit.Entry entry, boolean masked) {
    String now = one(field, entry.value(), entry.label(), masked);
    return entry
        .replaced()
        .map(before -> now + "（原：" + one(field, before, before, masked) + "）")
        .orElse(now);
  }

  private static String one(Field field, String value, String label, boolean masked) {
    return masked && !value.isEmpty() && Shown.isMasked(field.input())
        ? Shown.masked(field.input(), value)
        : label;
  }
}
