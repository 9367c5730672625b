package yibao.kiosk.filing;

import java.time.LocalDate;
import java.util.List;

/** What comparing a day's filings came to. */
public sealed interface DayEndReport {

  /**
   * Both books were read.
   *
   * @param agreeing how many filings are the same in both
   * @param differences the others; nothing has been changed
   */
  record Compared(LocalDate day, int agreeing, List<DayDifference> differences)
      implements DayEndReport {
    public Compared {
      differences = List.copyOf(differences);
    }
  }

  /**
   * The platform's book could not be read.
   *
   * @param cause stable code
   */
  record NotPossible(LocalDate day, String cause) implements DayEndReport {}
}
