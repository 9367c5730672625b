package yibao.kiosk.journey.submit;

import java.util.List;
import java.util.Map;
import yibao.kiosk.filing.SubmitOutcome;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.visit.Visit;

/** What a form has to be told once it has been taken, e.g. that nothing has been paid yet. */
public final class Afterwards {

  private Afterwards() {}

  /** The remarks that are true of this visit; none while it is not certain that it was taken. */
  public static List<Row> rows(Sheet sheet, Visit visit) {
    Map<String, String> values = sheet.values(visit.values());
    return visit
        .outcome()
        .filter(
            how -> how instanceof SubmitOutcome.Finished || how instanceof SubmitOutcome.Accepted)
        .map(
            _ ->
                sheet.form().afterwards().stream()
                    .filter(remark -> remark.when().holds(values))
                    .map(remark -> Row.of(remark.label(), remark.text()))
                    .toList())
        .orElse(List.of());
  }
}
