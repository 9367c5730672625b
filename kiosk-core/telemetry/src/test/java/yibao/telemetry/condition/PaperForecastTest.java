package yibao.telemetry.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.telemetry.condition.PaperForecast.Paper;
import yibao.telemetry.condition.PaperForecast.Printed;

class PaperForecastTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final Instant START = NOON.minus(Duration.ofDays(10));

  @Test
  void a_roll_lasts_as_long_as_the_ones_before_it_did() {
    // Changed on days 1 and 5, low on days 4 and 8, changed on day 9; ten papers a day at noon.
    PaperForecast forecast =
        PaperForecast.of(
            List.of(
                paper(0, "low"),
                paper(1, "full"),
                paper(4, "low"),
                paper(4.5, "out"),
                paper(5, "full"),
                paper(8, "low"),
                paper(9, "full")),
            tenADay(),
            NOON);

    assertEquals(Optional.of(30L), forecast.perFill());
    assertEquals(10, forecast.printed());
    assertEquals(10, forecast.perDay(), 0.6);
    Duration left = Duration.between(NOON, forecast.lowAt().orElseThrow());
    assertEquals(2, left.toHours() / 24.0, 0.2);
  }

  @Test
  void before_a_roll_was_used_up_nothing_is_foretold() {
    PaperForecast forecast =
        PaperForecast.of(List.of(paper(0, "low"), paper(1, "full")), tenADay(), NOON);
    assertEquals(Optional.empty(), forecast.perFill());
    assertEquals(Optional.empty(), forecast.lowAt());
  }

  @Test
  void paper_that_is_low_is_not_foretold_any_more() {
    PaperForecast forecast =
        PaperForecast.of(
            List.of(paper(0, "low"), paper(1, "full"), paper(4, "low")), tenADay(), NOON);
    assertEquals(Optional.of(30L), forecast.perFill());
    assertEquals(Optional.empty(), forecast.lowAt());
  }

  @Test
  void a_jam_or_an_open_cover_changes_no_paper() {
    PaperForecast forecast =
        PaperForecast.of(
            List.of(
                paper(0, "low"),
                paper(1, "full"),
                paper(2, "jammed"),
                paper(2.1, "full"),
                paper(4, "low"),
                paper(5, "full")),
            tenADay(),
            NOON);
    assertEquals(Optional.of(30L), forecast.perFill());
  }

  @Test
  void where_nothing_is_known_nothing_is_said() {
    assertEquals(
        new PaperForecast(0, Optional.empty(), 0, Optional.empty()),
        PaperForecast.of(List.of(), List.of(), NOON));
  }

  private static Paper paper(double day, String paper) {
    return new Paper(at(day), paper);
  }

  private static Instant at(double day) {
    return START.plusSeconds((long) (day * Duration.ofDays(1).toSeconds()));
  }

  private static List<Printed> tenADay() {
    List<Printed> prints = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      prints.add(new Printed(at(day + 0.5), 10));
    }
    return prints;
  }
}
