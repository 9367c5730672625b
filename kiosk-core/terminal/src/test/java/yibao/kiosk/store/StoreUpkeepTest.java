package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.FilingTrace;

class StoreUpkeepTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir Path directory;

  @Test
  void whatIsPurgedIsGoneFromEveryFileAndItsTraceStays() throws IOException, SQLException {
    try (SqliteStore store = open("k1")) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      List<FilingKey> answered = new ArrayList<>();
      for (int i = 0; i < 450; i++) {
        FilingKey key = journal.commit(Drafts.relocation(), NOW).key();
        finish(journal, key);
        answered.add(key);
      }
      FilingKey waiting = journal.commit(Drafts.relocation(), NOW).key();
      String ciphertext = documentOf(answered.getFirst());
      assertTrue(somewhere(ciphertext));

      assertEquals(450, new StoreUpkeep(store).purgeAnsweredBefore(NOW.plusMillis(1)));

      assertFalse(somewhere(ciphertext), "the purged document's bytes are still on the disk");
      for (FilingKey key : answered) {
        assertTrue(journal.find(key).isEmpty());
        FilingTrace trace = journal.trace(key).orElseThrow();
        assertEquals(Optional.of("SL1"), trace.number());
        assertTrue(trace.purged());
      }
      assertTrue(journal.find(waiting).isPresent());
      assertEquals(Optional.empty(), new StoreUpkeep(store).fault());
    }
  }

  @Test
  void whatWasAnsweredLaterOrNotAtAllIsKept() {
    try (SqliteStore store = open("k1")) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      FilingKey answered = journal.commit(Drafts.relocation(), NOW).key();
      finish(journal, answered);
      journal.commit(Drafts.relocation(), Instant.EPOCH);
      assertEquals(0, new StoreUpkeep(store).purgeAnsweredBefore(NOW));
      assertTrue(journal.find(answered).isPresent());
    }
  }

  @Test
  void aBackUpIsACompleteStoreThatOpensWithTheSameKey() throws IOException {
    FilingDraft draft = Drafts.relocation();
    Path copies = Files.createDirectory(directory.resolve("copies"));
    try (SqliteStore store = open("k1")) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      journal.commit(draft, NOW);
      StoreUpkeep upkeep = new StoreUpkeep(store);
      upkeep.backUp(copies.resolve(SqliteStore.FILE_NAME));
      journal.commit(Drafts.relocation(), NOW);
    }
    try (SqliteStore copy = SqliteStore.open(copies, Keys.named("k1"), CLOCK)) {
      FilingJournal journal = new SqliteFilingJournal(copy, CLOCK);
      assertEquals(draft, journal.find(draft.key()).orElseThrow().draft());
      assertEquals(1, journal.unsettled(10).size());
      assertEquals(Optional.empty(), new StoreUpkeep(copy).fault());
    }
  }

  @Test
  void aBackUpToADiskThatIsNotThereIsAFault() {
    try (SqliteStore store = open("k1")) {
      StoreUpkeep upkeep = new StoreUpkeep(store);
      Path nowhere = directory.resolve("nowhere/journal.db");
      assertEquals(
          StoreFault.IO, assertThrows(StoreFault.class, () -> upkeep.backUp(nowhere)).code());
    }
  }

  @Test
  void afterAChangeOfKeysTheOldKeyIsNotNeededAnyMore() {
    List<FilingDraft> drafts = new ArrayList<>();
    try (SqliteStore store = open("k1")) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      for (int i = 0; i < 250; i++) {
        drafts.add(journal.commit(Drafts.relocation(), NOW).draft());
      }
      finish(journal, drafts.getFirst().key());
      new SqliteSavedForms(store)
          .save("630102195804120023", "yunlan", 3, new SavedForm(Map.of("a", "b"), List.of(), NOW));
    }
    try (SqliteStore store = open("k1", "k2")) {
      assertEquals(251, new StoreUpkeep(store).changeKeys());
    }
    try (SqliteStore store = open("k2")) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      for (FilingDraft draft : drafts) {
        assertEquals(draft, journal.find(draft.key()).orElseThrow().draft());
      }
      assertEquals(
          Optional.of(Map.of("a", "b")),
          new SqliteSavedForms(store)
              .find("630102195804120023", "yunlan", 3, NOW)
              .map(SavedForm::values));
      assertEquals(Optional.empty(), new StoreUpkeep(store).fault());
    }
  }

  @Test
  void anAlteredRowIsFoundByTheCheck() throws SQLException {
    try (SqliteStore store = open("k1")) {
      new SqliteFilingJournal(store, CLOCK).commit(Drafts.relocation(), NOW);
    }
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("UPDATE filing SET attempts = 7");
    }
    try (SqliteStore store = open("k1")) {
      assertTrue(new StoreUpkeep(store).fault().orElseThrow().startsWith(StoreFault.DAMAGED));
    }
  }

  @Test
  void aStoreOfTheFirstSchemaIsBroughtUpToDateAndKeepsItsFilings() throws Exception {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME), "", "")
        .locations("classpath:yibao/kiosk/store/migrations")
        .target("1")
        .load()
        .migrate();
    RecordCipher cipher = new RecordCipher(Keys.named("k1"), new SecureRandom());
    FilingDraft draft = Drafts.relocation();
    String key = draft.key().value();
    FilingRow row =
        new FilingRow(
            key,
            draft.region(),
            draft.item(),
            "SUBMITTED",
            null,
            NOW.toEpochMilli(),
            null,
            0,
            null,
            cipher.encrypt(FilingRow.documentPlace(key), FilingDocument.write(draft)),
            null,
            null);
    try (Connection connection = connect();
        var insert =
            connection.prepareStatement(
                "INSERT INTO filing ("
                    + FilingRow.COLUMNS.replace("digest, ", "")
                    + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?13)")) {
      row.bind(insert, cipher);
      insert.executeUpdate();
    }
    try (SqliteStore store = open("k1")) {
      assertEquals(
          draft, new SqliteFilingJournal(store, CLOCK).find(draft.key()).orElseThrow().draft());
    }
  }

  private SqliteStore open(String... keys) {
    return SqliteStore.open(directory, Keys.named(keys), CLOCK);
  }

  private static void finish(FilingJournal journal, FilingKey key) {
    journal.settle(
        key, FilingState.FINISHED, Optional.of("SL1"), Optional.empty(), Optional.empty());
  }

  private String documentOf(FilingKey key) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return new String(
          statement
              .executeQuery("SELECT document FROM filing WHERE key = '" + key.value() + "'")
              .getBytes(1),
          StandardCharsets.ISO_8859_1);
    }
  }

  private boolean somewhere(String bytes) throws IOException {
    // The middle of it: a long value is split over pages.
    String part = bytes.substring(40, 140);
    try (var files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(part)) {
          return true;
        }
      }
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
  }
}
