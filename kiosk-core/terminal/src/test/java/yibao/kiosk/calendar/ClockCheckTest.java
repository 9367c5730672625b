package yibao.kiosk.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.calendar.ClockCheck.Doubt;
import yibao.kiosk.calendar.ClockCheck.Evidence;

class ClockCheckTest {
  private static final Instant BUILT = Instant.parse("2026-01-10T00:00:00Z");
  private static final Instant SEEN = Instant.parse("2026-03-02T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, BEFORE_BUILD",
    "2026-01-09T23:59:59Z, BEFORE_BUILD",
    "2026-03-02T00:59:59Z, WENT_BACK",
    "2026-03-02T01:00:00Z,",
    "2026-03-02T02:00:00Z,",
    "2027-04-06T02:00:00Z,",
    "2027-04-06T02:00:01Z, FAR_AHEAD",
    "2036-03-02T02:00:00Z, FAR_AHEAD"
  })
  void withoutThePlatformTimeLiesBetweenWhatWasSeenAndALongRest(Instant now, Doubt doubt) {
    assertEquals(
        Optional.ofNullable(doubt),
        ClockCheck.doubt(now, new Evidence(BUILT, Optional.of(SEEN), Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,",
    "PT5M,",
    "PT-5M,",
    "PT5M1S, OFF_PLATFORM",
    "PT-1H, OFF_PLATFORM",
    "P3650D, OFF_PLATFORM"
  })
  void thePlatformsClockDecidesWhateverWasSeenBefore(Duration ahead, Doubt doubt) {
    Evidence evidence = new Evidence(BUILT, Optional.of(SEEN), Optional.of(ahead));
    Instant longAfter = SEEN.plus(Duration.ofDays(4_000));
    assertEquals(Optional.ofNullable(doubt), ClockCheck.doubt(longAfter, evidence));
    assertEquals(Optional.ofNullable(doubt), ClockCheck.doubt(SEEN, evidence));
  }

  @Test
  void aNewTerminalMayStartYearsAfterItsProgramWasBuilt() {
    assertEquals(
        Optional.empty(),
        ClockCheck.doubt(
            BUILT.plus(Duration.ofDays(900)),
            new Evidence(BUILT, Optional.empty(), Optional.empty())));
  }
}
