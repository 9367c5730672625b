package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.filing.Province.Mood;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;

/** Terminals that come back all at once, to a province that must not feel it. */
class HallAfterOutageTest {
  private static final int TERMINALS = 12;
  private static final int WAITING = 60;

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final Province province = new Province();
  private static final Duration OUTAGE = Duration.ofHours(72);

  private final List<SqliteStore> stores = new ArrayList<>();

  @AfterEach
  void powerOff() {
    stores.forEach(SqliteStore::close);
  }

  @Test
  void terminalsWhosePowerReturnsTogetherDoNotCallTogether() {
    List<Instant> calls = new ArrayList<>();
    province.during(() -> calls.add(time.instant()));
    for (int i = 0; i < TERMINALS; i++) {
      terminal(i, 1).start();
    }
    Instant powerReturned = time.instant();
    time.pass(FilingLimits.usual().startSpread());
    assertEquals(TERMINALS, calls.size());
    long inTheFirstSecond =
        calls.stream().filter(at -> at.isBefore(powerReturned.plusSeconds(1))).count();
    assertTrue(inTheFirstSecond <= TERMINALS / 3, inTheFirstSecond + " at once");
    assertTrue(calls.stream().distinct().count() > TERMINALS / 2);
  }

  @Test
  void aProvinceSilentForThreeDaysIsAskedRarelyHoweverMuchWaitsAndGetsItAllOnceItAnswers() {
    province.usually(Mood.DOWN);
    Filings filings = terminal(0, WAITING);
    filings.start();
    time.pass(Duration.ofHours(1));
    int whileSilent = province.calls.size();
    assertTrue(whileSilent < WAITING, whileSilent + " calls in an hour");
    time.pass(OUTAGE);
    long most = 2 * OUTAGE.dividedBy(FilingLimits.usual().longestPause());
    assertTrue(province.calls.size() - whileSilent < most, province.calls.size() + " calls");
    assertEquals(WAITING, filings.waiting());
    province.usually(Mood.NORMAL);
    time.pass(FilingLimits.usual().longestPause().multipliedBy(2));
    assertEquals(0, filings.waiting());
    assertEquals(WAITING, province.ledger.size());
  }

  /** A terminal that was switched off with so many filings of as many persons waiting. */
  private Filings terminal(int number, int waiting) {
    SqliteStore store = SqliteStore.open(directory.resolve("t" + number), new OneKey(), time);
    stores.add(store);
    SqliteFilingJournal journal = new SqliteFilingJournal(store, time);
    for (int i = 0; i < waiting; i++) {
      journal.commit(Drafts.relocation(FilingKey.fresh(), number + "-" + i), time.instant());
    }
    return new Filings(
        journal,
        province,
        _ -> Optional.empty(),
        time,
        Optional::empty,
        FilingLimits.usual(),
        new Random(number),
        Runnable::run,
        List.of());
  }
}
