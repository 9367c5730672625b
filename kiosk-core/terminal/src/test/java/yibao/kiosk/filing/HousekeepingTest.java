package yibao.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.EncryptedScans;
import yibao.kiosk.store.SavedForm;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteRatings;
import yibao.kiosk.store.SqliteSavedForms;
import yibao.kiosk.store.SqliteStore;
import yibao.kiosk.store.StoreUpkeep;

class HousekeepingTest {
  private static final String PERSON = "630102195804120023";

  @TempDir Path directory;
  private final HandMadeTime time = new HandMadeTime();
  private final List<FilingEvent> events = new ArrayList<>();
  private Optional<String> doubt = Optional.empty();
  private Path backup;
  private SqliteStore store;
  private SqliteFilingJournal journal;
  private SqliteSavedForms forms;
  private Scans scans;
  private SqliteRatings ratings;
  private Housekeeping housekeeping;

  @BeforeEach
  void start() {
    store = SqliteStore.open(directory, new OneKey(), time);
    journal = new SqliteFilingJournal(store, time);
    forms = new SqliteSavedForms(store);
    scans = new EncryptedScans(store);
    ratings = new SqliteRatings(store);
    backup = directory.resolve("copy.db");
    housekeeping =
        new Housekeeping(
            new StoreUpkeep(store),
            forms,
            scans,
            ratings,
            time,
            () -> doubt,
            Housekeeping.Retention.usual(),
            Optional.of(backup),
            Runnable::run,
            List.of(events::add));
    housekeeping.start();
  }

  @AfterEach
  void end() {
    housekeeping.close();
    store.close();
  }

  @Test
  void aDayAfterTheAnswerThePersonIsGoneAndTheTraceStays() {
    FilingKey answered = finished();
    FilingKey waiting = journal.commit(Drafts.relocation(), time.instant()).key();
    forms.save(PERSON, "yunlan", 3, new SavedForm(Map.of("phone", "1"), List.of(), time.instant()));
    time.pass(Duration.ofHours(23));
    assertTrue(journal.find(answered).isPresent());
    time.pass(Duration.ofHours(2));
    assertFalse(journal.find(answered).isPresent());
    assertTrue(journal.trace(answered).orElseThrow().purged());
    assertTrue(journal.find(waiting).isPresent());
    assertEquals(
        Optional.empty(),
        forms.find(PERSON, "yunlan", 3, time.instant().minus(Duration.ofDays(9))));
  }

  @Test
  void nothingIsDeletedOnAClockInDoubt() {
    FilingKey answered = finished();
    doubt = Optional.of("clock.far-ahead");
    time.pass(Duration.ofDays(10));
    assertTrue(journal.find(answered).isPresent());
    doubt = Optional.empty();
    time.pass(Duration.ofHours(1));
    assertFalse(journal.find(answered).isPresent());
  }

  @Test
  void onceADayTheJournalIsCopied() {
    time.pass(Duration.ofHours(23));
    assertFalse(Files.exists(backup));
    time.pass(Duration.ofHours(1));
    assertTrue(Files.exists(backup));
    assertEquals(List.of(), events);
  }

  @Test
  void aDamagedRowIsSaidAndTheRoundsGoOn() throws SQLException {
    finished();
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
        Statement statement = other.createStatement()) {
      statement.executeUpdate("UPDATE filing SET number = 'SL2'");
    }
    time.pass(Duration.ofHours(24));
    assertEquals(1, events.size());
    assertInstanceOf(FilingEvent.StoreUnsound.class, events.getFirst());
    time.pass(Duration.ofHours(48));
    assertTrue(events.size() > 1);
  }

  private FilingKey finished() {
    FilingKey key = journal.commit(Drafts.relocation(), time.instant()).key();
    journal.settle(
        key, FilingState.FINISHED, Optional.of("SL1"), Optional.empty(), Optional.empty());
    return key;
  }
}
