package yibao.kiosk.journey.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Credential;
import yibao.kiosk.catalog.Deadline;
import yibao.kiosk.catalog.Pool;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Task;
import yibao.kiosk.form.Form;
import yibao.kiosk.form.Input;

/**
 * Where this terminal stands and what it offers there; region packs can be replaced while it runs,
 * so it is asked anew for each visit.
 */
public interface Site {

  /** True of every cabinet in use, as far as upright glass goes. */
  double HALF = 0.5;

  /** The region whose list this terminal offers. */
  Region region();

  /** The insurance pool it stands in. */
  Pool pool();

  /** Name of the hall 大厅, as shown in the status bar and printed. */
  String hall();

  /** Number of this terminal 终端编号, as printed. */
  String terminal();

  /** The credentials this terminal has a reader for. */
  Set<Credential> readable();

  /** Whether it has a certified module that looks at faces. */
  boolean checksFaces();

  /**
   * Share of the screen's height, from its lower edge, that lies within reach of somebody in a
   * wheelchair; measured when the cabinet was set up.
   */
  default double withinReach() {
    return HALF;
  }

  /**
   * How much larger than drawn the text has to be on this glass, 1 to 2; measured when the cabinet
   * was set up.
   */
  default double textScale() {
    return 1;
  }

  /** How the screen greets people. */
  default Greeting greeting() {
    return Greeting.usual();
  }

  /**
   * How the screen greets people; whoever stands there changes it for the visit.
   *
   * @param large with 大字版
   * @param voice speaking
   */
  record Greeting(boolean large, boolean voice) {
    /** Neither. */
    public static Greeting usual() {
      return new Greeting(false, false);
    }
  }

  /** Counts working days by the calendar that came with the region's pack. */
  Deadline.DayCounter dayCounter();

  /** Whether offices work on this day. */
  default boolean isWorkingDay(LocalDate day) {
    return dayCounter().workingDays(day.minusDays(1), 1).date().equals(day);
  }

  /**
   * Why a newer region pack on disk is not the one served, a line with file and line for each
   * fault; empty when it is.
   */
  List<String> packFaults();

  /** Forms by id. */
  Map<String, Form> forms();

  /** The form of this id. */
  public default Optional<Form> form(String id) {
    return Optional.ofNullable(forms().get(id));
  }

  /** Whether filings of this item that are on record can be changed or cancelled here. */
  default boolean manages(ServiceItem item) {
    return item.reading().branches().stream()
        .filter(branch -> branch.task() instanceof Task.Filing)
        .flatMap(branch -> form(((Task.Filing) branch.task()).form()).stream())
        .flatMap(form -> form.fields().stream())
        .anyMatch(field -> field.input() instanceof Input.FilingOnRecord);
  }
}
