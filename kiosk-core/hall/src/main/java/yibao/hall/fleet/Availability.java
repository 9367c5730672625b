package yibao.hall.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much of a day something worked. A terminal is measured by the hours it was heard; a device by
 * the share of those hours in which it worked, so that a terminal switched off at night costs its
 * printer nothing.
 *
 * @param day the hall's date
 * @param device device, or "" for the terminal itself
 * @param heard how long the terminal was heard
 * @param worked how long of that it worked
 */
public record Availability(LocalDate day, String device, Duration heard, Duration worked) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String OFFLINE = "offline";
  private static final Set<String> DOWN = Set.of("device", "paper-out", "paper-jammed");
  private static final Set<String> SHUT = Set.of("no-reader", "closed");

  /** A stretch of time, {@code to} not in it. */
  private record Span(Instant from, Instant to) {}

  /**
   * The days of a stretch of time, the newest first, in each the terminal first.
   *
   * @param devices the terminal's
   * @param alarms whatever stood in that time
   * @param from not before the terminal was first heard
   */
  public static List<Availability> of(
      List<String> devices, List<Alarm> alarms, Instant from, Instant now) {
    List<Availability> found = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, CHINA);
    LocalDate first = LocalDate.ofInstant(from, CHINA);
    for (LocalDate day = today; !day.isBefore(first); day = day.minusDays(1)) {
      Span whole =
          new Span(
              later(from, day.atStartOfDay(CHINA).toInstant()),
              earlier(now, day.plusDays(1).atStartOfDay(CHINA).toInstant()));
      List<Span> silent =
          spans(alarms, whole, now, alarm -> OFFLINE.equals(alarm.finding().code()));
      Duration heard = length(List.of(whole)).minus(length(silent));
      found.add(of(day, "", heard, alarms, whole, now, it -> SHUT.contains(it.finding().code())));
      for (String device : devices) {
        found.add(
            of(
                day,
                device,
                heard,
                alarms,
                whole,
                now,
                it ->
                    DOWN.contains(it.finding().code())
                        && it.finding().device().filter(device::equals).isPresent()));
      }
    }
    return found;
  }

  private static Availability of(
      LocalDate day,
      String device,
      Duration heard,
      List<Alarm> alarms,
      Span whole,
      Instant now,
      Predicate<Alarm> stops) {
    Duration out =
        length(
            spans(alarms, whole, now, it -> OFFLINE.equals(it.finding().code()) || stops.test(it)));
    return new Availability(day, device, heard, length(List.of(whole)).minus(out));
  }

  /** When alarms of a kind stood, each moment once. */
  private static List<Span> spans(
      List<Alarm> alarms, Span within, Instant now, Predicate<Alarm> which) {
    List<Span> joined = new ArrayList<>();
    alarms.stream()
        .filter(which)
        .map(
            it ->
                new Span(
                    later(within.from(), it.first()),
                    earlier(within.to(), it.cleared().orElse(now))))
        .filter(it -> it.from().isBefore(it.to()))
        .sorted(Comparator.comparing(Span::from))
        .forEach(
            span -> {
              if (!joined.isEmpty() && !span.from().isAfter(joined.getLast().to())) {
                Span before = joined.removeLast();
                joined.add(new Span(before.from(), later(before.to(), span.to())));
              } else {
                joined.add(span);
              }
            });
    return joined;
  }

  private static Duration length(List<Span> spans) {
    return spans.stream()
        .map(it -> Duration.between(it.from(), it.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
