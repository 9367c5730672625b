package yibao.kiosk.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.calendar.OpeningHours;
import yibao.kiosk.calendar.OpeningHours.Sitting;
import yibao.kiosk.calendar.OpeningHours.Special;

/**
 * When the hall serves 服务时间, as a technician writes it.
 *
 * @param workdays sittings of a working day 工作日, each {@code 09:00-12:00}
 * @param restDays the same on weekends and public holidays; none where left out
 * @param lastStart minutes before the end of a sitting from which on nobody may begin; 10 where
 *     left out
 * @param special days with an arrangement of their own
 */
public record HoursConfig(
    List<String> workdays,
    Optional<List<String>> restDays,
    Optional<Integer> lastStart,
    Optional<List<SpecialDays>> special) {

  private static final int LAST_START = 10;

  public HoursConfig {
    read("hours.workdays", () -> sittings(workdays));
    restDays.ifPresent(days -> read("hours.restDays", () -> sittings(days)));
  }

  /**
   * Days with an arrangement of their own.
   *
   * @param from the first day, {@code 2027-02-05}
   * @param to the last day; the first where left out
   * @param hours their sittings; none while the hall is shut
   * @param reason what people are told, e.g. 年终结账
   */
  public record SpecialDays(
      String from, Optional<String> to, Optional<List<String>> hours, Optional<String> reason) {

    public SpecialDays {
      read(
          "hours.special",
          () ->
              new Special(
                  LocalDate.parse(from),
                  LocalDate.parse(to.orElse(from)),
                  sittings(hours.orElse(List.of())),
                  reason.orElse("")));
    }

    private Special days() {
      return new Special(
          LocalDate.parse(from),
          LocalDate.parse(to.orElse(from)),
          sittings(hours.orElse(List.of())),
          reason.orElse(""));
    }
  }

  /** The hours it describes. */
  OpeningHours hours() {
    return new OpeningHours(
        sittings(workdays),
        sittings(restDays.orElse(List.of())),
        Duration.ofMinutes(lastStart.orElse(LAST_START)),
        special.orElse(List.of()).stream().map(SpecialDays::days).toList());
  }

  private static <T> void read(String key, Supplier<T> value) {
    try {
      value.get();
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new TerminalConfig.Unusable(
          key + " 要写成：每段 09:00-12:00，先后排列，互不重叠；日期 2027-02-05，to 不早于 from", key);
    }
  }

  private static List<Sitting> sittings(List<String> written) {
    return OpeningHours.inOrder(written.stream().map(HoursConfig::sitting).toList());
  }

  /** The schema sees to the shape. */
  private static Sitting sitting(String written) {
    int dash = written.indexOf('-');
    return new Sitting(
        LocalTime.parse(written.substring(0, dash)), LocalTime.parse(written.substring(dash + 1)));
  }
}
