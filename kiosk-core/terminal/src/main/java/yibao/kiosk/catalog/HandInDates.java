package yibao.kiosk.catalog;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The days that count for something handed in.
 *
 * @param submitted when the citizen pressed 提交
 * @param accepted the day of 受理: the same day, or the next working day where offices were closed;
 *     empty where a window must see the originals first, or papers are still to come
 * @param promised the limit of days or months that counts from acceptance, where one does
 * @param due the last day of the limit; empty where none is promised or it does not run yet
 * @param originalsBy the last day to show the originals, where a window must see them
 * @param restBy the last day to bring what was left out, where something was
 */
public record HandInDates(
    LocalDateTime submitted,
    Optional<LocalDate> accepted,
    Optional<TimeLimit> promised,
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
    boolean originals = branch.intake() == Branch.Intake.RECEIVED;
    boolean whole = !originals && !something;
    return new HandInDates(
        now,
        whole ? Optional.of(reached) : Optional.empty(),
        promised(branch.limit()),
        whole && !(branch.limit() instanceof TimeLimit.Instant)
            ? branch.limit().deadline(reached, counter)
            : Optional.empty(),
        originals
            ? Optional.of(counter.workingDays(reached, counters.originalsWithin()).date())
            : Optional.empty(),
        something
            ? counters.leniency().map(l -> counter.workingDays(reached, l.workingDays()).date())
            : Optional.empty());
  }

  /**
   * The days of something whose missing papers are handed in now.
   *
   * @param now the hall's time
   * @param limit what begins with it, where something does
   * @param counters how windows take it
   * @param counter counts working days
   */
  public static HandInDates supplemented(
      LocalDateTime now,
      Optional<TimeLimit> limit,
      Counters counters,
      Deadline.DayCounter counter) {
    LocalDate reached = reached(now, counters, counter);
    return new HandInDates(
        now,
        limit.map(_ -> reached),
        limit,
        limit.flatMap(it -> it.deadline(reached, counter)),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<TimeLimit> promised(TimeLimit limit) {
    return switch (limit) {
      case TimeLimit.WorkingDays(_, var from) -> counting(limit, from);
      case TimeLimit.NaturalDays(_, var from) -> counting(limit, from);
      case TimeLimit.Months(_, var from) -> counting(limit, from);
      case TimeLimit.Staged(_, var total) -> total.flatMap(HandInDates::promised);
      case TimeLimit.Instant _, TimeLimit.ByHospital _, TimeLimit.Unspecified _ -> Optional.empty();
    };
  }

  private static Optional<TimeLimit> counting(TimeLimit limit, TimeLimit.Start from) {
    return Optional.of(limit).filter(_ -> from.isDatedByAcceptance());
  }

  /** Working days promised, where the limit is one of working days. */
  public Optional<Integer> limit() {
    return promised.flatMap(
        it ->
            it instanceof TimeLimit.WorkingDays(int days, _)
                ? Optional.of(days)
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
