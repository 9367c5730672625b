package yibao.hall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** A connection to the monitor's database; a server's may end and is then made anew. */
final class Database implements AutoCloseable {
  private static final String FILE_NAME = "hall.db";

  /** A server that is there answers in milliseconds; one that is not must not hold the wall up. */
  private static final int CONNECT_SECONDS = 2;

  private static final int ANSWER_SECONDS = 8;
  private static final int ALIVE_SECONDS = 1;

  /** Any number, the same at every monitor of a database. */
  private static final int TURN = 0x59_42;

  /** Ends the turn of a monitor that stopped in the midst of it; a batch takes far less. */
  private static final String NEVER_IDLE = "-c idle_in_transaction_session_timeout=5s";

  private final Dialect dialect;
  private final DataSource source;
  private Connection connection;

  private Database(Dialect dialect, DataSource source) throws SQLException {
    this.dialect = dialect;
    this.source = source;
    this.connection = connect();
  }

  private static Database open(Dialect dialect, DataSource source) throws SQLException {
    bringUpToDate(dialect, source);
    return new Database(dialect, source);
  }

  /** Another connection to the same database, which sees what this one has committed. */
  Database beside() throws SQLException {
    return new Database(dialect, source);
  }

  static Database open(StorePlace place) throws SQLException, IOException {
    return switch (place) {
      case StorePlace.InFile(Path directory) -> inFile(directory);
      case StorePlace.OnServer server -> onServer(server);
    };
  }

  private static Database inFile(Path directory) throws SQLException, IOException {
    Files.createDirectories(directory);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(2_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + directory.resolve(FILE_NAME));
    return open(Dialect.SQLITE, source);
  }

  private static Database onServer(StorePlace.OnServer server) throws SQLException, IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.url());
    source.setUser(server.user());
    if (server.password().isPresent()) {
      source.setPassword(Files.readString(server.password().get()).strip());
    }
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setOptions(NEVER_IDLE);
    return open(Dialect.POSTGRESQL, source);
  }

  Dialect dialect() {
    return dialect;
  }

  /** Whether other monitors write to it as well. */
  boolean isShared() {
    return dialect == Dialect.POSTGRESQL;
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /**
   * Waits until no other monitor writes; this one's turn lasts until it commits or takes back.
   * Without it, two that take the same rows in another order would wait for each other.
   */
  void awaitTurn() throws SQLException {
    if (isShared()) {
      try (PreparedStatement lock = prepare("SELECT pg_advisory_xact_lock(" + TURN + ")")) {
        lock.execute();
      }
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /** Takes back what is not committed; makes the connection anew where it has ended. */
  void recover() throws SQLException {
    if (connection.isValid(ALIVE_SECONDS)) {
      connection.rollback();
    } else {
      connection.close();
      connection = connect();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Connection connect() throws SQLException {
    Connection made = source.getConnection();
    try {
      made.setAutoCommit(false);
      return made;
    } catch (SQLException e) {
      made.close();
      throw e;
    }
  }

  /** Numbered files, forward only; tables of a newer program are left as they are. */
  private static void bringUpToDate(Dialect dialect, DataSource source) throws SQLException {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(dialect.migrations())
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SQLException(
          "the monitor's tables cannot be brought up to date; keep them, and update this program",
          e);
    }
  }
}
