package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;

/**
 * Filings against the real journal on a real disk, a platform with moods, and time made by hand.
 */
abstract class FilingsOnDisk {
  @TempDir Path directory;
  final HandMadeTime time = new HandMadeTime();
  final Province province = new Province();
  final List<FilingEvent> events = new ArrayList<>();
  Optional<String> doubt = Optional.empty();
  SqliteFilingJournal journal;
  Filings filings;
  private SqliteStore store;

  @BeforeEach
  final void powerOn() {
    store = SqliteStore.open(directory, new OneKey(), time);
    journal = new SqliteFilingJournal(store, time);
    filings = over(journal, FilingLimits.usual());
    filings.start();
    time.pass(FilingLimits.usual().startSpread());
  }

  @AfterEach
  final void powerOff() {
    filings.close();
    store.close();
  }

  /** Filings over another journal or with other limits; nothing is sent before they are started. */
  final Filings over(FilingJournal any, FilingLimits limits) {
    return new Filings(
        any,
        province,
        _ -> Optional.empty(),
        time,
        () -> doubt,
        limits,
        new Random(1),
        Runnable::run,
        List.of(events::add));
  }

  final void restart() {
    powerOff();
    powerOn();
  }

  /** The disk keeps what it has; the process can write nothing any more. */
  final void losePower() {
    filings.close();
    store.close();
  }

  final void assertCalls(FilingDraft draft, String... calls) {
    assertEquals(
        Arrays.stream(calls).map(call -> call + " " + draft.key().value()).toList(),
        province.calls);
  }

  final void assertSettledOnce(FilingDraft... drafts) {
    for (FilingDraft draft : drafts) {
      Filing filing = journal.find(draft.key()).orElseThrow();
      assertEquals(FilingState.FINISHED, filing.state());
      assertEquals(filing.number(), Optional.ofNullable(province.ledger.get(draft.key())));
    }
    assertEquals(drafts.length, province.ledger.size());
    assertEquals(0, filings.waiting());
  }
}
