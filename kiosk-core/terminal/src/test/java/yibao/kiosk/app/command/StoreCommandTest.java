package yibao.kiosk.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.record.Drafts;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.store.DataCipher;
import yibao.kiosk.store.FileKeyRing;
import yibao.kiosk.store.SqliteFilingJournal;
import yibao.kiosk.store.SqliteStore;

class StoreCommandTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir Path directory;
  private final FilingDraft draft = Drafts.relocation();
  private final StringWriter said = new StringWriter();
  private Path data;
  private Path keys;

  @BeforeEach
  void fill() {
    data = directory.resolve("data");
    keys = directory.resolve("keys");
    FileKeyRing.addKey(keys, new SecureRandom(), DataCipher.AES_256_GCM);
    try (SqliteStore store = open(data)) {
      new SqliteFilingJournal(store, CLOCK).commit(draft, Instant.EPOCH);
    }
  }

  @Test
  void aSoundStoreIsSaidToBeSound() {
    assertEquals(0, run("check"));
    assertEquals("完好", said.toString().strip());
  }

  @Test
  void aBackUpIsReadWithTheSameKeys() throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    assertEquals(0, run("back-up", copy.resolve(SqliteStore.FILE_NAME).toString()));
    assertReadable(copy);
  }

  @Test
  void afterAChangeToSm4TheStoreIsReadWithTheNewKeyAlone() throws IOException {
    assertEquals(0, run("rotate-key", "--cipher", "sm4-gcm"));
    Path file = keys.resolve(FileKeyRing.FILE_NAME);
    String newest = Files.readAllLines(file).getLast();
    assertTrue(newest.endsWith(" sm4-gcm"));
    Files.writeString(file, newest + "\n");
    assertReadable(data);
  }

  @Test
  void whileTheTerminalRunsNothingIsDoneAndNoKeyIsMade() throws IOException {
    String before = Files.readString(keys.resolve(FileKeyRing.FILE_NAME));
    try (SqliteStore running = open(data)) {
      assertFalse(running.crashedBefore());
      assertEquals(3, run("rotate-key"));
    }
    assertEquals(before, Files.readString(keys.resolve(FileKeyRing.FILE_NAME)));
  }

  @Test
  void aDirectoryWithoutAJournalStaysEmpty() {
    data = directory.resolve("typo");
    assertEquals(3, run("check"));
    assertFalse(Files.exists(data));
  }

  @Test
  void anUnknownCipherIsWrongUsage() {
    assertEquals(2, run("rotate-key", "--cipher", "rot13"));
  }

  private void assertReadable(Path where) {
    try (SqliteStore store = open(where)) {
      assertEquals(
          draft, new SqliteFilingJournal(store, CLOCK).find(draft.key()).orElseThrow().draft());
    }
  }

  private SqliteStore open(Path where) {
    return SqliteStore.open(where, FileKeyRing.fromDirectory(keys).orElseThrow(), CLOCK);
  }

  private int run(String... args) {
    String[] all = new String[args.length + 4];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--data";
    all[args.length + 1] = data.toString();
    all[args.length + 2] = "--keys";
    all[args.length + 3] = keys.toString();
    return new CommandLine(new StoreCommand())
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(all);
  }
}
