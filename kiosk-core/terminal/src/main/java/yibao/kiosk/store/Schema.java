package yibao.kiosk.store;

import java.sql.Connection;
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
 */
final class Schema {

  /** Number of the newest file among the migrations. */
  static final int NEWEST = 8;

  private static final String FILES = "classpath:yibao/kiosk/store/migrations";

  private Schema() {}

  static void bringUpToDate(DataSource source) throws SQLException {
    int version = version(source);
    if (version > NEWEST) {
      throw new StoreFault(
          StoreFault.NEWER, "schema " + version + " is newer than " + NEWEST + "; update this");
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

  private static int version(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }
}
