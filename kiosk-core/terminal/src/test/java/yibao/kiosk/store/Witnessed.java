package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/** A {@link JournalProcess} seen from outside: what it acknowledged before each of its deaths. */
final class Witnessed {
  private final Path directory;
  private final List<FilingKey> committed = new ArrayList<>();
  private final List<FilingKey> settled = new ArrayList<>();

  /** Writes in {@code directory}. */
  Witnessed(Path directory) {
    this.directory = directory;
  }

  /** How many filings were acknowledged. */
  int committed() {
    return committed.size();
  }

  /** Kills without reading on, so that the process dies somewhere after its last word. */
  void writeUntilKilledAfter(int lines) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                JournalProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader()) {
      int heard = 0;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.length() == 34) {
          FilingKey key = new FilingKey(line.substring(2));
          (line.charAt(0) == '+' ? committed : settled).add(key);
        }
        if (++heard == lines) {
          // Process.destroyForcibly would close the pipe with what it still holds.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  /** Whatever was acknowledged is in the journal, with its scan, as it was acknowledged. */
  void assertAllThere() {
    try (SqliteStore store =
        SqliteStore.open(directory, Keys.named("k1"), InstantSource.system())) {
      assertTrue(store.crashedBefore());
      FilingJournal journal = new SqliteFilingJournal(store, InstantSource.system());
      Scans scans = new EncryptedScans(store);
      for (FilingKey key : committed) {
        Filing filing =
            journal
                .find(key)
                .orElseThrow(() -> new AssertionError("an acknowledged filing is lost"));
        for (Attachment scan : filing.draft().attachments()) {
          String page =
              new String(scans.read(scan.digest(), 0, scan.size()), StandardCharsets.US_ASCII);
          assertEquals(key.value().repeat(300), page);
        }
      }
      for (FilingKey key : settled) {
        assertEquals(FilingState.FINISHED, journal.find(key).orElseThrow().state());
      }
    }
  }
}
