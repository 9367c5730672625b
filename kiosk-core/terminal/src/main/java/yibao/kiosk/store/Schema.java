package yibao.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database's structure up to date: numbered files, forward only.
 *
 * <p>Each file ends by writing its number into {@code user_version}. A database that already has
 * the newest number is opened without the migration library, which costs a third of a second.
 *
 * <p>A release that is given up leaves its newer structure behind, and the release before has to
 * serve with it. From {@link #FIRST_TO_GO_BACK} on a file therefore only adds, or it writes into
 * the memory, under {@link #READABLE_SINCE}, the number of an earlier file whose programs already
 * do without what it takes away.
 */
final class Schema {

  /** Number of the newest file among the migrations. */
  static final int NEWEST = 10;

  /** Number of the first file that leaves a way back to the release before. */
  static final int FIRST_TO_GO_BACK = 9;

  /**
   * Name, in the memory, of the number of the oldest structure whose programs can use this one;
   * where there is none, every program can that looks for it.
   */
  static final String READABLE_SINCE = "schema.readable-since";

  private static final System.Logger LOG = System.getLogger(Schema.class.getName());
  private static final String FILES = "classpath:yibao/kiosk/store/migrations";

  private Schema() {}

  static void bringUpToDate(DataSource source) throws SQLException {
    int version = version(source);
    if (version > NEWEST) {
      if (readableSince(source) > NEWEST) {
        throw new StoreFault(
            StoreFault.NEWER, "schema " + version + " is newer than " + NEWEST + "; update this");
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "[store.newer] the journal was last used by a newer program; what that one added is left alone");
    }
    if (version < NEWEST) {
      migrate(source);
      if (version(source) != NEWEST) {
        throw new StoreFault(StoreFault.MIGRATION, "the schema stayed behind; keep the file");
      }
    }
  }

  private static void migrate(DataSource source) {
    try {
      Flyway.configure().dataSource(source).locations(FILES).load().migrate();
    } catch (FlywayException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException fault) {
          throw SqliteFaults.of(fault);
        }
      }
      throw new StoreFault(StoreFault.MIGRATION, "the schema cannot be updated; keep the file", e);
    }
  }

  private static int readableSince(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT value FROM memory WHERE name = ?")) {
      statement.setString(1, READABLE_SINCE);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Integer.parseInt(row.getString(1)) : 0;
      }
    }
  }

  private static int version(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }
}
