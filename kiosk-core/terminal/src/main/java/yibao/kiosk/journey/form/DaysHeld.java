package yibao.kiosk.journey.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.form.Apart;
import yibao.kiosk.form.Checked;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.visit.Visit;
import yibao.kiosk.record.FilingOnRecord;

/** The days that the person's filings on record hold, while a form is filled in. */
final class DaysHeld {

  private final Sheet sheet;
  private List<Apart.Held> held = List.of();

  DaysHeld(Sheet sheet) {
    this.sheet = sheet;
  }

  void are(List<Apart.Held> days) {
    held = List.copyOf(days);
  }

  /** The answer, unless it takes days that are held; the filing acted on gives up its own. */
  Checked check(Field field, Checked.Fine fine, Visit visit) {
    Optional<Apart.Held> inTheWay =
        sheet
            .form()
            .apart()
            .flatMap(
                apart ->
                    apart.inTheWay(
                        field.name(), fine.value(), sheet.values(visit.values()), others(visit)));
    return inTheWay
        .<Checked>map(
            one ->
                new Checked.Wrong(
                    sheet.form().apart().orElseThrow().from().equals(field.name())
                        ? "form.day-held"
                        : "form.days-held",
                    Map.of("filing", one.words())))
        .orElse(fine);
  }

  /** What is held by other filings than the one acted on. */
  List<Apart.Held> others(Visit visit) {
    Optional<String> own = visit.earlier().or(visit::correction).map(FilingOnRecord::number);
    return held.stream().filter(one -> own.filter(one.number()::equals).isEmpty()).toList();
  }
}
