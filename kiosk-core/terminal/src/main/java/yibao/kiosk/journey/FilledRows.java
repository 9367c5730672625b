package yibao.kiosk.journey;

import java.util.List;
import java.util.stream.Stream;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.view.Row;

/** A filled-in form as lines: masked on screen, in full on the citizen's own paper. */
final class FilledRows {

  private FilledRows() {}

  static List<Row> onScreen(Form form, Visit visit) {
    return rows(form, visit, true);
  }

  static List<Row> onPaper(Form form, Visit visit) {
    return rows(form, visit, false);
  }

  private static List<Row> rows(Form form, Visit visit, boolean masked) {
    return form.fields().stream().flatMap(field -> row(field, visit, masked)).toList();
  }

  private static Stream<Row> row(Field field, Visit visit, boolean masked) {
    return visit
        .entry(field.name())
        .map(
            entry ->
                Row.changeable(
                    field.title(), masked ? shown(field, entry) : entry.label(), field.name()))
        .stream();
  }

  private static String shown(Field field, Visit.Entry entry) {
    return field.input() instanceof Input.Phone && !entry.value().isEmpty()
        ? Masking.phone(entry.value())
        : entry.label();
  }
}
