package yibao.kiosk.telemetry;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A database file beside the journal for what is worth less than a filing: it costs a filing no
 * commit, a power cut may take the last few rows, and a file that has become unreadable is set
 * aside for an empty one rather than keep the terminal from serving.
 */
final class SideFile {
  private static final Logger LOG = System.getLogger(SideFile.class.getName());
  private static final List<String> PARTS = List.of("", "-wal", "-shm");

  private SideFile() {}

  /**
   * Opens it, making it where there is none.
   *
   * @param tables statements that make its tables where they are not there
   * @throws SQLException when the directory takes no file
   */
  static Connection open(Path file, List<String> tables) throws SQLException {
    try {
      return connect(file, tables);
    } catch (SQLiteException e) {
      if (!unreadable(e.getResultCode())) {
        throw e;
      }
      LOG.log(
          Level.WARNING, "[side-file.set-aside] {0} was unreadable and is new", file.getFileName());
      setAside(file, e);
      return connect(file, tables);
    }
  }

  private static Connection connect(Path file, List<String> tables) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    SQLiteDataSource data = new SQLiteDataSource(config);
    data.setUrl("jdbc:sqlite:" + file);
    Connection connection = data.getConnection();
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute(table);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static boolean unreadable(SQLiteErrorCode code) {
    return code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT;
  }

  private static void setAside(Path file, SQLException why) throws SQLException {
    try {
      for (String part : PARTS) {
        Path one = file.resolveSibling(file.getFileName() + part);
        if (Files.exists(one)) {
          Files.move(
              one,
              file.resolveSibling(file.getFileName() + ".unreadable" + part),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      why.addSuppressed(e);
      throw why;
    }
  }
}
