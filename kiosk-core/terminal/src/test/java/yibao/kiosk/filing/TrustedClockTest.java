package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.InMind;

class TrustedClockTest {
  private static final Instant BUILT = Instant.parse("2026-01-10T00:00:00Z");

  private final Map<String, String> disk = new HashMap<>();
  private Instant wall = Instant.parse("2026-03-02T02:00:00Z");
  private long nanos;
  private TrustedClock clock = start();

  @Test
  void aClockThatComesUpIn1970AfterAPowerCutIsInDoubt() {
    assertEquals(Optional.empty(), clock.doubt());
    wall = Instant.EPOCH;
    clock = start();
    assertEquals(Optional.of("clock.before-build"), clock.doubt());
  }

  @Test
  void aClockThatComesUpInLastWeekIsInDoubtBecauseTodayWasSeen() {
    assertEquals(Optional.empty(), clock.doubt());
    wall = wall.minus(Duration.ofDays(7));
    clock = start();
    assertEquals(Optional.of("clock.went-back"), clock.doubt());
  }

  @Test
  void aClockThatJumpsTenYearsWhileRunningIsInDoubtAndTheJumpIsNotRemembered() {
    assertEquals(Optional.empty(), clock.doubt());
    pass(Duration.ofMinutes(20));
    wall = wall.plus(Duration.ofDays(3650));
    assertEquals(Optional.of("clock.far-ahead"), clock.doubt());
    wall = wall.minus(Duration.ofDays(3650));
    clock = start();
    assertEquals(Optional.empty(), clock.doubt());
  }

  @Test
  void afterThePlatformToldTheTimeAnyJumpIsNoticedWithoutAskingAgain() {
    clock.platformSaid(wall.plusSeconds(3));
    pass(Duration.ofHours(5));
    assertEquals(Optional.empty(), clock.doubt());
    wall = wall.plus(Duration.ofHours(1));
    assertEquals(Optional.of("clock.off-platform"), clock.doubt());
    wall = wall.minus(Duration.ofHours(1));
    assertEquals(Optional.empty(), clock.doubt());
  }

  @Test
  void thePlatformFreesAClockThatOnceBelievedInALaterDay() {
    Instant today = wall;
    wall = today.plus(Duration.ofDays(300));
    assertEquals(Optional.empty(), clock.doubt());
    wall = today;
    assertEquals(Optional.of("clock.went-back"), clock.doubt());
    clock.platformSaid(today);
    assertEquals(Optional.empty(), clock.doubt());
    clock = start();
    assertEquals(Optional.empty(), clock.doubt());
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }

  private TrustedClock start() {
    return new TrustedClock(
        new Timekeeper() {
          @Override
          public Instant instant() {
            return wall;
          }

          @Override
          public long nanos() {
            return nanos;
          }

          @Override
          public Alarm after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
          }
        },
        BUILT,
        new InMind(disk));
  }
}
