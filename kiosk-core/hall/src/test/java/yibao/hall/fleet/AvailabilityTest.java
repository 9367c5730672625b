package yibao.hall.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.hall.Told;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Finding;
import yibao.telemetry.condition.Finding.Severity;

class AvailabilityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  /** Midnight of the hall's day before. */
  private static final Instant YESTERDAY = Instant.parse("2026-02-28T16:00:00Z");

  private static final Instant TODAYS_BEGIN = Instant.parse("2026-03-01T16:00:00Z");

  @Test
  void what_nobody_complained_of_worked_all_the_time_that_is_over() {
    assertEquals(
        List.of(
            day(TODAY, "", 12, 12),
            day(TODAY, "printer", 12, 12),
            day(TODAY.minusDays(1), "", 24, 24),
            day(TODAY.minusDays(1), "printer", 24, 24)),
        Availability.of(List.of("printer"), List.of(), YESTERDAY, Told.NOON));
  }

  @Test
  void a_terminal_that_was_switched_off_costs_its_devices_nothing() {
    List<Availability> days =
        Availability.of(
            List.of("printer"),
            List.of(alarm("offline", Optional.empty(), TODAYS_BEGIN, hours(8))),
            TODAYS_BEGIN,
            Told.NOON);
    assertEquals(List.of(day(TODAY, "", 4, 4), day(TODAY, "printer", 4, 4)), days);
  }

  @Test
  void a_moment_with_two_faults_is_lost_once_and_only_for_the_device_that_has_them() {
    List<Availability> days =
        Availability.of(
            List.of("printer", "id-card"),
            List.of(
                alarm("paper-out", Optional.of("printer"), TODAYS_BEGIN, hours(3)),
                alarm("device", Optional.of("printer"), TODAYS_BEGIN.plus(hours(2)), hours(2)),
                alarm("paper-low", Optional.of("printer"), TODAYS_BEGIN, hours(12))),
            TODAYS_BEGIN,
            Told.NOON);
    assertEquals(
        List.of(
            day(TODAY, "", 12, 12), day(TODAY, "printer", 12, 8), day(TODAY, "id-card", 12, 12)),
        days);
  }

  @Test
  void a_fault_over_midnight_is_lost_on_both_days_and_one_that_stands_until_now() {
    Alarm standing =
        new Alarm(
            1,
            new Topics("xining-01", "T-07"),
            Finding.of("no-reader", Severity.CRITICAL),
            TODAYS_BEGIN.minus(hours(1)),
            Told.NOON,
            1,
            Optional.empty(),
            Optional.empty());
    assertEquals(
        List.of(day(TODAY, "", 12, 0), day(TODAY.minusDays(1), "", 24, 23)),
        Availability.of(List.of(), List.of(standing), YESTERDAY, Told.NOON));
  }

  private static Availability day(LocalDate day, String device, long heard, long worked) {
    return new Availability(day, device, hours(heard), hours(worked));
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  private static Alarm alarm(String code, Optional<String> device, Instant from, Duration stood) {
    return new Alarm(
        1,
        new Topics("xining-01", "T-07"),
        new Finding(code, device, Severity.WARNING),
        from,
        from,
        1,
        Optional.empty(),
        Optional.of(from.plus(stood)));
  }
}
