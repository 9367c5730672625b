package yibao.kiosk.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.Pack;
import yibao.kiosk.packs.RegionPacks;

/**
 * Days counted by hand on the State Council's arrangement for 2026: 国庆 1 to 7 October, 20 September
 * (a Sunday) and 10 October (a Saturday) worked; 中秋 25 to 27 September.
 */
class HandInDatesTest {

  private static final Pack PACK =
      ((LoadResult.Loaded) new RegionPacks(Path.of("../../deploy/regions")).load("ziyang"))
          .packs()
          .getFirst();
  private static final Counters COUNTERS =
      new Counters(
          LocalTime.of(17, 0), 15, Optional.of(new Counters.Leniency(5, Set.of("fee-list"))));

  private static Branch branch(String link, String id) {
    return PACK.region().linked(link).stream()
        .flatMap(item -> item.reading().branches().stream())
        .filter(branch -> branch.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static HandInDates dates(String now, Branch branch, boolean rest) {
    return HandInDates.of(LocalDateTime.parse(now), branch, COUNTERS, rest, PACK.dayCounter());
  }

  @ParameterizedTest
  @CsvSource({
    // Wednesday 30 September: 8, 9, 10, 12 … 16, 19 … 23, 26 … 30, 2 … 6, 9 … 13, 16, 17 November.
    "2026-09-30T10:00, 2026-09-30, 2026-11-17",
    // After closing: accepted on Thursday 8 October, counted from the 9th.
    "2026-09-30T17:00, 2026-10-08, 2026-11-18",
    // In the holiday: the same.
    "2026-10-03T09:00, 2026-10-08, 2026-11-18",
    // Saturday 10 October is worked: accepted that very day, counted from Monday the 12th.
    "2026-10-10T16:59, 2026-10-10, 2026-11-20",
    // Sunday 11 October is not.
    "2026-10-11T12:00, 2026-10-12, 2026-11-23"
  })
  void thirty_working_days_run_across_the_national_day(String now, String accepted, String due) {
    HandInDates dates = dates(now, branch("inpatient-reimbursement", "e-invoice"), false);

    assertEquals(Optional.of(LocalDate.parse(accepted)), dates.accepted());
    assertEquals(Optional.of(LocalDate.parse(due)), dates.due().map(Deadline::date));
    assertTrue(dates.due().orElseThrow().arranged());
    assertEquals(
        !accepted.equals(now.substring(0, 10)), dates.acceptedLater(), "both days are told apart");
  }

  @Test
  void no_due_date_runs_before_a_window_has_seen_the_originals() {
    HandInDates dates =
        dates("2026-09-30T10:00", branch("inpatient-reimbursement", "paper-invoice"), false);

    assertEquals(Optional.empty(), dates.accepted());
    assertEquals(Optional.empty(), dates.due());
    // 8, 9, 10, 12, 13, 14, 15, 16, 19, 20, 21, 22, 23, 26, 27 October.
    assertEquals(Optional.of(LocalDate.parse("2026-10-27")), dates.originalsBy());
    assertFalse(dates.acceptedLater());
  }

  @Test
  void what_may_come_later_has_a_day_too() {
    HandInDates dates =
        dates("2026-09-30T10:00", branch("inpatient-reimbursement", "e-invoice"), true);

    // 8, 9, 10, 12, 13 October.
    assertEquals(Optional.of(LocalDate.parse("2026-10-13")), dates.restBy());
  }

  static Stream<Arguments> limitsThatBegin() {
    TimeLimit.Start from = TimeLimit.Start.ACCEPTED;
    return Stream.of(
        // Handed in on Thursday 8 October; Saturday the 10th is worked.
        Arguments.of(new TimeLimit.WorkingDays(3, from), "2026-10-12"),
        Arguments.of(new TimeLimit.NaturalDays(30, from), "2026-11-07"),
        Arguments.of(new TimeLimit.Months(3, from), "2027-01-08"));
  }

  @ParameterizedTest
  @MethodSource("limitsThatBegin")
  void missing_papers_begin_the_limit_in_whatever_it_is_printed(TimeLimit limit, LocalDate due) {
    HandInDates dates =
        HandInDates.supplemented(
            LocalDateTime.parse("2026-10-08T10:00"),
            Optional.of(limit),
            COUNTERS,
            PACK.dayCounter());
    assertEquals(Optional.of(LocalDate.parse("2026-10-08")), dates.accepted());
    assertEquals(Optional.of(due), dates.due().map(Deadline::date));
  }
}
