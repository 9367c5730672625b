package yibao.kiosk.journey.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Field;
import yibao.kiosk.form.Input;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.identify.FindPersonStage;
import yibao.kiosk.journey.visit.Site;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/** The questions of a form in their order, and among them under which insurance it goes. */
public final class FormStages {

  private FormStages() {}

  /** The form of a task; what the item decides goes before what was asked on the way to it. */
  public static Sheet sheet(Task.Filing task, Facts known, Site site) {
    Map<String, String> settled = new HashMap<>(known.values());
    settled.putAll(task.values());
    return new Sheet(site.form(task.form()).orElseThrow(), settled);
  }

  private static Stage stage(Field field, Sheet sheet, DaysHeld days) {
    return field.input() instanceof Input.FilingOnRecord input
        ? new EarlierStage(field, input, sheet)
        : new FieldStage(field, sheet, days);
  }

  /** Finds out who it is that hands in this form. */
  public static FindPersonStage findPerson(Sheet sheet) {
    return new FindPersonStage(
        new FindPersonStage.Lets(
            sheet.form().takesNewcomers(),
            sheet.form().namesMayDiffer().filter(when -> when.holds(sheet.known())).isPresent()));
  }

  /** Whether the person found holds an insurance that this form may go under, as far as known. */
  public static boolean covers(Sheet sheet, Visit visit) {
    return CoverStage.covers(sheet, visit);
  }

  /**
   * The stages.
   *
   * @param pool where an insurance that is only to begin will be held
   * @param afterInsurance what comes once it is settled under which insurance it goes
   */
  public static List<Stage> of(Sheet sheet, Pool pool, List<Stage> afterInsurance) {
    List<Field> fields = sheet.form().fields();
    Set<String> deciding = sheet.form().coverDependsOn();
    int behind = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (deciding.contains(fields.get(i).name())) {
        behind = i + 1;
      }
    }
    List<Stage> stages = new ArrayList<>();
    DaysHeld days = new DaysHeld(sheet);
    fields.forEach(field -> stages.add(stage(field, sheet, days)));
    sheet
        .form()
        .apart()
        .ifPresent(
            apart -> stages.add(behindEarlier(fields), new DaysHeldStage(apart, sheet, days)));
    stages.addAll(behind, afterInsurance);
    stages.add(behind, new CoverStage(sheet, pool));
    return stages;
  }

  /** The questions alone, for a filing whose insurance is settled. */
  public static List<Stage> questions(Sheet sheet) {
    List<Stage> stages = new ArrayList<>();
    DaysHeld days = new DaysHeld(sheet);
    sheet.form().apart().ifPresent(apart -> stages.add(new DaysHeldStage(apart, sheet, days)));
    sheet.form().fields().forEach(field -> stages.add(stage(field, sheet, days)));
    return stages;
  }

  /** As soon as it is settled which filing it acts on, where it acts on one. */
  private static int behindEarlier(List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).input() instanceof Input.FilingOnRecord) {
        return i + 1;
      }
    }
    return 0;
  }
}
