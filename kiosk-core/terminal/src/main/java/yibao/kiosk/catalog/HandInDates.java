package yibao.kiosk.catalog;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The days that count for something handed in.
 *
 * @param submitted when the citizen pressed 提交
 * @param accepted the day of 受理: the same day, or the next working day where offices were closed;
 *     empty where a window must see the originals first
 * @param due the last day of the limit; empty where none is promised or it does not run yet
 * @param originalsBy the last day to show the originals, where a window must see them
 * @param restBy the last day to bring what was left out, where something was
 */
public record HandInDates(
    LocalDateTime submitted,
    Optional<LocalDate> accepted,
    Optional<Deadline> due,
    Optional<LocalDate> originalsBy,
    Optional<LocalDate> restBy) {

  /**
   * The days of something submitted now.
   *
   * @param now the hall's time
   * @param branch the case
   * @param counters how windows take it
   * @param something whether something is to be brought later
   * @param counter counts working days
   */
  public static HandInDates of(
      LocalDateTime now,
      Branch branch,
      Counters counters,
      boolean something,
      Deadline.DayCounter counter) {
    LocalDate reached = reached(now, counters, counter);
    boolean here = branch.intake() == Branch.Intake.ACCEPTED;
    return new HandInDates(
        now,
        here ? Optional.of(reached) : Optional.empty(),
        here && !(branch.limit() instanceof TimeLimit.Instant)
            ? branch.limit().deadline(reached, counter)
            : Optional.empty(),
        here
            ? Optional.empty()
            : Optional.of(counter.workingDays(reached, counters.originalsWithin()).date()),
        something
            ? counters.leniency().map(l -> counter.workingDays(reached, l.workingDays()).date())
            : Optional.empty());
  }

  /** Whether the day of acceptance is a later one than that of submission. */
  public boolean acceptedLater() {
    return accepted.filter(day -> day.isAfter(submitted.toLocalDate())).isPresent();
  }

  private static LocalDate reached(
      LocalDateTime now, Counters counters, Deadline.DayCounter counter) {
    LocalDate today = now.toLocalDate();
    boolean working = counter.workingDays(today.minusDays(1), 1).date().equals(today);
    return working && now.toLocalTime().isBefore(counters.closes())
        ? today
        : counter.workingDays(today, 1).date();
  }
}
