package yibao.telemetry.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a printer's paper will be low, judged from how much was printed between one change of paper
 * and the next time it was low. Nothing is assumed of how long a roll is: before the first was used
 * up there is no forecast.
 *
 * @param printed papers since the last change
 * @param perFill papers from a change until it was low, as a rule: the middle of those seen
 * @param perDay papers a day, over the time that was looked at
 * @param lowAt when it will be low at this pace; absent where it cannot be said or is low already
 */
public record PaperForecast(
    long printed, Optional<Long> perFill, double perDay, Optional<Instant> lowAt) {
  private static final Set<String> WANTING = Set.of("low", "out");
  private static final String FULL = "full";

  /**
   * A printer's paper was otherwise.
   *
   * @param paper {@code full, low, out, jammed, unknown}
   */
  public record Paper(Instant at, String paper) {}

  /** Papers that came out until a moment since the last one told. */
  public record Printed(Instant at, long papers) {}

  /**
   * Judges a printer.
   *
   * @param papers when its paper was otherwise, the earliest first
   * @param prints what it printed, the earliest first
   */
  public static PaperForecast of(List<Paper> papers, List<Printed> prints, Instant now) {
    List<Long> fills = new ArrayList<>();
    Optional<Instant> changed = Optional.empty();
    boolean wanting = false;
    for (Paper paper : papers) {
      if (WANTING.contains(paper.paper())) {
        if (!wanting) {
          changed.ifPresent(from -> fills.add(between(prints, from, paper.at())));
          changed = Optional.empty();
        }
        wanting = true;
      } else if (paper.paper().equals(FULL) && wanting) {
        changed = Optional.of(paper.at());
        wanting = false;
      }
    }
    long printed = between(prints, changed.orElseGet(() -> begin(prints, now)), now.plusMillis(1));
    double perDay = perDay(prints, now);
    Optional<Long> perFill = middle(fills);
    boolean sayable = !wanting && changed.isPresent() && perDay > 0;
    return new PaperForecast(
        printed,
        perFill,
        perDay,
        sayable ? perFill.map(whole -> when(whole - printed, perDay, now)) : Optional.empty());
  }

  private static Instant when(long left, double perDay, Instant now) {
    double days = Math.max(0, left) / perDay;
    return now.plusSeconds((long) (days * Duration.ofDays(1).toSeconds()));
  }

  private static long between(List<Printed> prints, Instant from, Instant to) {
    return prints.stream()
        .filter(it -> it.at().isAfter(from) && it.at().isBefore(to))
        .mapToLong(Printed::papers)
        .sum();
  }

  private static Instant begin(List<Printed> prints, Instant now) {
    return prints.isEmpty() ? now : prints.getFirst().at().minusMillis(1);
  }

  /** Over a day at least: an hour's rush is no pace. */
  private static double perDay(List<Printed> prints, Instant now) {
    long all = prints.stream().mapToLong(Printed::papers).sum();
    double days =
        Math.max(
            1,
            Duration.between(begin(prints, now), now).toSeconds()
                / (double) Duration.ofDays(1).toSeconds());
    return all / days;
  }

  private static Optional<Long> middle(List<Long> fills) {
    return fills.isEmpty()
        ? Optional.empty()
        : Optional.of(fills.stream().sorted().toList().get(fills.size() / 2));
  }
}
