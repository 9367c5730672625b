package yibao.kiosk.packs;

import java.util.Map;
import yibao.kiosk.calendar.WorkingDays;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.form.Form;

/**
 * A faultless region folder with what it shares with the others.
 *
 * @param region the region and its list
 * @param forms the forms it uses, by id: those of all regions, and its own in place of them
 * @param workingDays counts by the yearly arrangements that came with it
 */
public record Pack(Region region, Map<String, Form> forms, WorkingDays workingDays) {

  public Pack {
    forms = Map.copyOf(forms);
  }

  /** Counts working days for the region's time limits. */
  public Deadline.DayCounter dayCounter() {
    return (start, days) -> {
      var counted = workingDays.after(start, days);
      return new Deadline(counted.day(), counted.arranged());
    };
  }
}
