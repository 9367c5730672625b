package yibao.kiosk.packs;

import java.util.List;
import yibao.kiosk.calendar.WorkingDays;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Region;

/** What loading region packs came to: all of them, or none and every reason why. */
public sealed interface LoadResult {

  /**
   * Everything asked for was found faultless.
   *
   * @param regions the regions, in the order of their names
   * @param workingDays counts by the yearly arrangements that came with them
   */
  record Loaded(List<Region> regions, WorkingDays workingDays) implements LoadResult {
    public Loaded {
      regions = List.copyOf(regions);
    }

    /** Counts working days for the regions' time limits. */
    public Deadline.DayCounter dayCounter() {
      return (start, days) -> {
        var counted = workingDays.after(start, days);
        return new Deadline(counted.day(), counted.arranged());
      };
    }
  }

  /** Something was faulty; nothing is taken over. */
  record Refused(List<Fault> faults) implements LoadResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
