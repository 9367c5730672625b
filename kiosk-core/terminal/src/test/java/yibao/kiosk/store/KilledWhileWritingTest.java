package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/**
 * A process that writes the journal is killed at random points; the files stay, as after a crash.
 */
class KilledWhileWritingTest {
  private static final int ROUNDS = 6;
  private static final int MOST_LINES = 400;

  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedIsThereOnceAndTheFileIsSound() throws Exception {
    Random random = new Random(20260302);
    List<FilingKey> committed = new ArrayList<>();
    List<FilingKey> settled = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      writeUntilKilledAfter(1 + random.nextInt(MOST_LINES), committed, settled);
      assertEquals("ok", sql("PRAGMA integrity_check"));
      try (SqliteStore store =
          SqliteStore.open(directory, Keys.named("k1"), InstantSource.system())) {
        assertTrue(store.crashedBefore());
        FilingJournal journal = new SqliteFilingJournal(store, InstantSource.system());
        for (FilingKey key : committed) {
          assertTrue(journal.find(key).isPresent(), "an acknowledged filing is lost");
        }
        for (FilingKey key : settled) {
          assertEquals(FilingState.FINISHED, journal.find(key).orElseThrow().state());
        }
      }
      assertEquals("0", sql("SELECT count(*) - count(DISTINCT key) FROM filing"));
    }
    assertTrue(committed.size() >= ROUNDS);
  }

  /** Kills without reading on, so that the process dies somewhere after its last word. */
  private void writeUntilKilledAfter(int lines, List<FilingKey> committed, List<FilingKey> settled)
      throws IOException, InterruptedException {
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

  private String sql(String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
        Statement statement = connection.createStatement()) {
      return statement.executeQuery(question).getString(1);
    }
  }
}
