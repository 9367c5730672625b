package yibao.kiosk.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yibao.kiosk.calendar.OpeningHours.Sitting;
import yibao.kiosk.calendar.OpeningHours.Special;
import yibao.kiosk.calendar.OpeningHours.Standing;

/** When a hall serves, by the 2026 arrangement of 国庆: off 1 to 7 October, Saturday 10 worked. */
class OpeningHoursTest {
  private static final WorkingDays CALENDAR =
      new WorkingDays(
          List.of(
              new Arrangement(
                  2026,
                  LocalDate.of(2026, 10, 1)
                      .datesUntil(LocalDate.of(2026, 10, 8))
                      .collect(java.util.stream.Collectors.toSet()),
                  Set.of(LocalDate.of(2026, 10, 10)))));
  private static final OpeningHours HOURS =
      new OpeningHours(
          List.of(sitting("09:00", "12:00"), sitting("13:30", "17:00")),
          List.of(),
          Duration.ofMinutes(10),
          List.of(
              new Special(
                  LocalDate.of(2026, 12, 31),
                  LocalDate.of(2026, 12, 31),
                  List.of(sitting("09:00", "11:00")),
                  "年终结账"),
              new Special(
                  LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), List.of(), "大厅检修")));

  @Test
  void on_a_working_morning_it_is_open_until_the_last_start_before_lunch() {
    assertEquals(new Standing.Open(at("2026-09-30T11:50")), now("2026-09-30T09:00"));
    assertEquals(new Standing.Open(at("2026-09-30T11:50")), now("2026-09-30T11:49"));
  }

  @Test
  void at_lunch_it_opens_again_in_the_afternoon() {
    assertEquals(shut("2026-09-30T13:30", ""), now("2026-09-30T11:50"));
    assertEquals(shut("2026-09-30T13:30", ""), now("2026-09-30T12:30"));
  }

  @Test
  void over_the_national_holiday_it_opens_on_the_first_working_day() {
    assertEquals(shut("2026-10-08T09:00", ""), now("2026-09-30T16:50"));
    assertEquals(shut("2026-10-08T09:00", ""), now("2026-10-05T10:00"));
  }

  @Test
  void a_saturday_worked_for_a_holiday_has_the_hours_of_a_working_day() {
    assertEquals(new Standing.Open(at("2026-10-10T16:50")), now("2026-10-10T14:00"));
    assertEquals(shut("2026-10-12T09:00", ""), now("2026-10-11T14:00"));
  }

  @Test
  void a_day_with_an_arrangement_of_its_own_goes_by_it_and_says_why() {
    assertEquals(new Standing.Open(at("2026-12-31T10:50")), now("2026-12-31T10:00"));
    assertEquals(shut("2027-01-01T09:00", "年终结账"), now("2026-12-31T15:00"));
    assertEquals(shut("2026-12-28T09:00", "大厅检修"), now("2026-12-24T10:00"));
  }

  @Test
  void a_hall_that_never_opens_again_names_no_day() {
    OpeningHours never = new OpeningHours(List.of(), List.of(), Duration.ZERO, List.of());

    assertEquals(
        new Standing.Shut(Optional.empty(), ""),
        never.at(at("2026-09-30T10:00"), CALENDAR::isWorkingDay));
  }

  @Test
  void sittings_that_overlap_are_refused() {
    List<Sitting> overlapping = List.of(sitting("09:00", "12:00"), sitting("11:00", "17:00"));

    assertThrows(
        IllegalArgumentException.class,
        () -> new OpeningHours(overlapping, List.of(), Duration.ZERO, List.of()));
    assertThrows(IllegalArgumentException.class, () -> sitting("12:00", "09:00"));
  }

  private static Sitting sitting(String from, String to) {
    return new Sitting(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static LocalDateTime at(String moment) {
    return LocalDateTime.parse(moment);
  }

  private static Standing now(String moment) {
    return HOURS.at(at(moment), CALENDAR::isWorkingDay);
  }

  private static Standing shut(String opens, String reason) {
    return new Standing.Shut(Optional.of(at(opens)), reason);
  }
}
