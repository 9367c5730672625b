package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteMemory;
import yibao.kiosk.store.SqliteStore;

class DayEndWatchTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final List<LocalDate> asked = new ArrayList<>();
  private final List<FilingEvent> events = new ArrayList<>();
  private boolean reachable = true;
  private Optional<String> doubt = Optional.empty();
  private SqliteStore store;
  private SqliteFilingJournal journal;
  private DayEndWatch watch;

  @BeforeEach
  void powerOn() {
    store = SqliteStore.open(directory, new OneKey(), time);
    journal = new SqliteFilingJournal(store, time);
    watch =
        new DayEndWatch(
            new DayEnd(journal, this::book, new Province(), ZONE),
            time,
            () -> doubt,
            ZONE,
            new SqliteMemory(store),
            Runnable::run,
            List.of(events::add));
    watch.start();
  }

  @AfterEach
  void powerOff() {
    watch.close();
    store.close();
  }

  @Test
  void eachDayIsComparedOnceWhenItIsOver() {
    time.pass(Duration.ofHours(2));
    assertEquals(TODAY.minusDays(1), asked.getLast());
    asked.clear();
    time.pass(Duration.ofHours(24));
    assertEquals(List.of(TODAY), asked);
    time.pass(Duration.ofHours(24));
    assertEquals(List.of(TODAY, TODAY.plusDays(1)), asked);
    assertEquals(List.of(), events);
  }

  @Test
  void aDayThatCouldNotBeComparedIsComparedLaterAlsoAfterAStart() {
    time.pass(Duration.ofHours(2));
    reachable = false;
    time.pass(Duration.ofHours(48));
    powerOff();
    powerOn();
    asked.clear();
    reachable = true;
    time.pass(Duration.ofHours(1));
    assertEquals(List.of(TODAY, TODAY.plusDays(1)), asked);
  }

  @Test
  void aDayThatDiffersIsSaid() {
    time.pass(Duration.ofHours(2));
    journal.commit(Drafts.relocation(), time.instant());
    time.pass(Duration.ofHours(24));
    assertEquals(List.of(new FilingEvent.DayDiffers(TODAY, 1)), events);
  }

  @Test
  void noDayIsOverWhileTheClockIsInDoubt() {
    doubt = Optional.of("clock.far-ahead");
    time.pass(Duration.ofDays(3));
    assertEquals(List.of(), asked);
  }

  private Reply<List<FilingOnRecord>> book(LocalDate day) {
    asked.add(day);
    return reachable
        ? new Reply.Answered<>(List.of())
        : new Reply.Unreachable<>("platform.timeout");
  }
}
