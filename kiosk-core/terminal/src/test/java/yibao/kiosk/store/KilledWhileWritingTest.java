package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes the journal is killed at random points; the files stay, as after a crash.
 */
class KilledWhileWritingTest {
  private static final int ROUNDS = 6;
  private static final int MOST_LINES = 200;

  @TempDir Path directory;

  @Test
  void whatWasAcknowledgedIsThereOnceAndTheFileIsSound() throws Exception {
    Random random = new Random(20260302);
    Witnessed process = new Witnessed(directory);
    for (int round = 0; round < ROUNDS; round++) {
      process.writeUntilKilledAfter(1 + random.nextInt(MOST_LINES));
      assertEquals("ok", sql("PRAGMA integrity_check"));
      process.assertAllThere();
      assertEquals("0", sql("SELECT count(*) - count(DISTINCT key) FROM filing"));
    }
    assertTrue(process.committed() >= ROUNDS);
  }

  private String sql(String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteStore.FILE_NAME));
        Statement statement = connection.createStatement()) {
      return statement.executeQuery(question).getString(1);
    }
  }
}
