package yibao.kiosk.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When a hall serves 服务时间: on working days, on days of rest, and on days with an arrangement of
 * their own. A weekend worked for a holiday 调休 is a working day, a public holiday is a day of rest.
 *
 * @param workdays sittings of a working day, in order, apart from each other
 * @param restDays the same of a day of rest; usually none
 * @param lastStart how long before the end of a sitting nobody may begin any more
 * @param special days that differ from both; the first that holds a day counts
 */
public record OpeningHours(
    List<Sitting> workdays, List<Sitting> restDays, Duration lastStart, List<Special> special) {

  /** How far ahead the next sitting is looked for; a hall shut for longer names no day. */
  private static final int DAYS_AHEAD = 60;

  public OpeningHours {
    workdays = inOrder(workdays);
    restDays = inOrder(restDays);
    special = List.copyOf(special);
    if (lastStart.isNegative()) {
      throw new IllegalArgumentException("a last start after the end of the sitting");
    }
  }

  /**
   * Without a break.
   *
   * @param from the first minute
   * @param to the first minute after it
   */
  public record Sitting(LocalTime from, LocalTime to) {
    public Sitting {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a sitting that ends before it begins");
      }
    }
  }

  /**
   * Days with an arrangement of their own.
   *
   * @param from the first day
   * @param to the last day
   * @param sittings of each of them; none while the hall stays shut
   * @param reason what people are told, in a few words; "" where nothing needs saying
   */
  public record Special(LocalDate from, LocalDate to, List<Sitting> sittings, String reason) {
    public Special {
      sittings = inOrder(sittings);
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("days that end before they begin");
      }
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Whether somebody may begin now. */
  public sealed interface Standing {
    /** Yes, until then. */
    record Open(LocalDateTime until) implements Standing {}

    /**
     * No.
     *
     * @param opens when they may again; empty where that is too far off to say
     * @param reason why today differs; "" where it does not
     */
    record Shut(Optional<LocalDateTime> opens, String reason) implements Standing {}
  }

  /**
   * Whether somebody may begin at this minute.
   *
   * @param workingDay whether a day is a working day 工作日
   */
  public Standing at(LocalDateTime now, Predicate<LocalDate> workingDay) {
    Optional<Sitting> sitting =
        sittings(now.toLocalDate(), workingDay).stream()
            .filter(it -> !now.toLocalTime().isBefore(it.from()) && now.isBefore(last(now, it)))
            .findFirst();
    if (sitting.isPresent()) {
      return new Standing.Open(last(now, sitting.get()));
    }
    Optional<LocalDateTime> opens =
        Stream.iterate(now.toLocalDate(), day -> day.plusDays(1))
            .limit(DAYS_AHEAD)
            .flatMap(
                day ->
                    sittings(day, workingDay).stream()
                        .filter(it -> day.atTime(it.from()).isBefore(last(day.atStartOfDay(), it)))
                        .map(it -> day.atTime(it.from())))
            .filter(now::isBefore)
            .findFirst();
    return new Standing.Shut(opens, special(now.toLocalDate()).map(Special::reason).orElse(""));
  }

  private LocalDateTime last(LocalDateTime day, Sitting sitting) {
    return day.toLocalDate().atTime(sitting.to()).minus(lastStart);
  }

  private List<Sitting> sittings(LocalDate day, Predicate<LocalDate> workingDay) {
    return special(day)
        .map(Special::sittings)
        .orElseGet(() -> workingDay.test(day) ? workdays : restDays);
  }

  private Optional<Special> special(LocalDate day) {
    return special.stream().filter(it -> it.holds(day)).findFirst();
  }

  /** The same sittings; raises IllegalArgumentException when they overlap or are out of order. */
  public static List<Sitting> inOrder(List<Sitting> sittings) {
    for (int i = 1; i < sittings.size(); i++) {
      if (sittings.get(i).from().isBefore(sittings.get(i - 1).to())) {
        throw new IllegalArgumentException("sittings that overlap or are out of order");
      }
    }
    return List.copyOf(sittings);
  }
}
