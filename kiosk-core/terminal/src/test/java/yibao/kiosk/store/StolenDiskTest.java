package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/**
 * Whoever has the data directory and not the key learns nothing about a person and alters nothing.
 */
class StolenDiskTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T02:00:00Z"));

  @TempDir Path directory;

  @Test
  void nothingOfThePersonStandsInAnyByteOfTheDirectory() throws IOException {
    FilingDraft draft = Drafts.relocation();
    SqliteStore store = SqliteStore.open(directory, Keys.named("k1"), CLOCK);
    FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
    for (int i = 0; i < 50; i++) {
      FilingKey key =
          journal
              .commit(Drafts.relocation(FilingKey.fresh(), draft.personNumber()), Instant.EPOCH)
              .key();
      journal.noteAttempt(key);
      if (i % 2 == 0) {
        journal.settle(
            key,
            FilingState.REFUSED,
            Optional.empty(),
            Optional.of("platform.refused"),
            Optional.of("完颜若水已办理"));
      } else {
        journal.settleForEarlier(
            key,
            "platform.already-filed",
            new EarlierFiling("SL1", LocalDate.of(2025, 3, 1), "听泉路9号"));
      }
    }
    assertNothingOf(draft);
    store.close();
    assertNothingOf(draft);
  }

  @Test
  void aCopyWithoutTheKeyDoesNotOpen() {
    SqliteStore.open(directory, Keys.named("k1"), CLOCK).close();
    StoreFault fault =
        assertThrows(
            StoreFault.class, () -> SqliteStore.open(directory, Keys.named("other"), CLOCK));
    assertEquals(StoreFault.KEY_MISSING, fault.code());
  }

  @Test
  void aCopyWithAnotherKeyOfTheSameNameDoesNotOpen() {
    SqliteStore.open(directory, Keys.named("k1"), CLOCK).close();
    byte[] other = new byte[DataKey.LENGTH];
    new SecureRandom().nextBytes(other);
    Keys foreign = new Keys(List.of(new DataKey("k1", other)));
    StoreFault fault =
        assertThrows(StoreFault.class, () -> SqliteStore.open(directory, foreign, CLOCK));
    assertEquals(StoreFault.UNDECIPHERABLE, fault.code());
  }

  @Test
  void aStateChangedInTheFileIsNoticed() throws SQLException {
    FilingKey key = committed();
    alter("UPDATE filing SET state = 'FINISHED', number = 'SL1'");
    assertFaultOnFind(key, StoreFault.DAMAGED);
  }

  @Test
  void aDocumentMovedToAnotherFilingIsNoticed() throws SQLException {
    FilingKey key = committed();
    committed();
    alter("UPDATE filing SET document = (SELECT document FROM filing WHERE seq = 2)");
    assertFaultOnFind(key, StoreFault.DAMAGED);
  }

  private FilingKey committed() {
    try (SqliteStore store = SqliteStore.open(directory, Keys.named("k1"), CLOCK)) {
      return new SqliteFilingJournal(store, CLOCK).commit(Drafts.relocation(), Instant.EPOCH).key();
    }
  }

  private void alter(String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
        Statement statement = other.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0);
    }
  }

  private void assertFaultOnFind(FilingKey key, String code) {
    try (SqliteStore store = SqliteStore.open(directory, Keys.named("k1"), CLOCK)) {
      FilingJournal journal = new SqliteFilingJournal(store, CLOCK);
      assertEquals(code, assertThrows(StoreFault.class, () -> journal.find(key)).code());
    }
  }

  private void assertNothingOf(FilingDraft draft) throws IOException {
    List<String> secrets = new ArrayList<>(draft.values().values());
    secrets.addAll(
        List.of(draft.personName(), draft.personNumber(), draft.certificateNumber(), "听泉路", "办理"));
    draft.signature().ifPresent(secrets::add);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // One char for one byte, so that any bytes can be looked for as a string.
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
          for (byte[] spelled : spellings(secret)) {
            assertTrue(
                !content.contains(new String(spelled, StandardCharsets.ISO_8859_1)),
                () -> "personal data in " + file.getFileName());
          }
        }
      }
    }
  }

  private static List<byte[]> spellings(String secret) {
    List<byte[]> spellings = new ArrayList<>();
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("GB18030"))) {
      byte[] bytes = secret.getBytes(charset);
      spellings.add(bytes);
      spellings.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
      spellings.add(Base64.getEncoder().withoutPadding().encode(bytes));
    }
    return spellings;
  }
}
