package yibao.kiosk.platform;

import java.time.LocalDate;
import java.util.List;
import yibao.kiosk.record.FilingOnRecord;

/** The platform's book of what this terminal handed in, for the day's end. */
public interface DayBook {

  /**
   * Every filing of this terminal that the platform took on {@code day}, oldest first; all of them
   * or none.
   */
  Reply<List<FilingOnRecord>> filingsOf(LocalDate day);
}
