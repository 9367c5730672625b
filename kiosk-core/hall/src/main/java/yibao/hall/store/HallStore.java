package yibao.hall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import yibao.hall.fleet.Alarm;
import yibao.hall.fleet.Finding;
import yibao.telemetry.Topics;

/** Reports and alarms in one SQLite file. Belongs to one thread. */
public final class HallStore implements AutoCloseable {
  private static final String FILE_NAME = "hall.db";
  private static final String MIGRATIONS = "classpath:yibao/hall/store/migrations";

  private final Connection connection;
  private final OrderShelf orders;
  private final DeedBook deeds;
  private final LockBook locks;
  private final FigureBook figures;

  private HallStore(Connection connection) {
    this.connection = connection;
    this.orders = new OrderShelf(connection);
    this.deeds = new DeedBook(connection);
    this.locks = new LockBook(connection);
    this.figures = new FigureBook(connection);
  }

  /**
   * A report as it is kept.
   *
   * @param source which run of numbers
   * @param type what happened, e.g. {@code visitEnded}
   * @param body the whole of what happened, JSON
   */
  public record Kept(Topics of, String source, long number, Instant at, String type, String body) {}

  /** Opens the store in a directory, making both where there are none. */
  public static HallStore open(Path directory) throws SQLException, IOException {
    Files.createDirectories(directory);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(2_000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + directory.resolve(FILE_NAME));
    bringUpToDate(source);
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      return new HallStore(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Orders to terminals. */
  public OrderShelf orders() {
    return orders;
  }

  /** Who did what. */
  public DeedBook deeds() {
    return deeds;
  }

  /** Wrong passwords. */
  public LockBook locks() {
    return locks;
  }

  /** What the reports come to. */
  public FigureBook figures() {
    return figures;
  }

  /** Makes everything since the last commit stay. */
  public void commit() throws SQLException {
    connection.commit();
  }

  /** Takes everything since the last commit back. */
  public void rollback() throws SQLException {
    connection.rollback();
  }

  /**
   * Keeps a report.
   *
   * @return false where it is kept already
   */
  public boolean keep(Kept report) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO report VALUES (?,?,?,?,?,?,?)")) {
      insert.setString(1, report.of().hall());
      insert.setString(2, report.of().terminal());
      insert.setString(3, report.source());
      insert.setLong(4, report.number());
      insert.setLong(5, report.at().toEpochMilli());
      insert.setString(6, report.type());
      insert.setString(7, report.body());
      return insert.executeUpdate() == 1;
    }
  }

  /** The newest reports of a terminal, newest first. */
  public List<Kept> latest(Topics of, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT source, number, at, type, body FROM report WHERE hall=? AND terminal=?"
                + " ORDER BY at DESC, number DESC LIMIT ?")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setInt(3, limit);
      List<Kept> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Kept(
                  of,
                  row.getString(1),
                  row.getLong(2),
                  Instant.ofEpochMilli(row.getLong(3)),
                  row.getString(4),
                  row.getString(5)));
        }
      }
      return found;
    }
  }

  /**
   * Raises an alarm, or counts one that stands once more.
   *
   * @param again whether finding it again counts
   */
  public Alarm raise(Topics of, Finding finding, Instant at, boolean again) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO alarm (hall, terminal, code, device, severity, first_at, last_at, count)"
                + " VALUES (?1,?2,?3,?4,?5,?6,?6,1)"
                + " ON CONFLICT (hall, terminal, code, device) WHERE cleared_at IS NULL"
                + " DO UPDATE SET last_at = max(last_at, ?6), count = count + ?7"
                + " RETURNING *")) {
      upsert.setString(1, of.hall());
      upsert.setString(2, of.terminal());
      upsert.setString(3, finding.code());
      upsert.setString(4, finding.device().orElse(""));
      upsert.setString(5, finding.severity().name());
      upsert.setLong(6, at.toEpochMilli());
      upsert.setInt(7, again ? 1 : 0);
      return alarms(upsert).getFirst();
    }
  }

  /** Whoever has seen an alarm; the first one stays. Empty where there is no such alarm. */
  public Optional<Alarm> acknowledge(long id, String by, Instant at) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE alarm SET ack_by = coalesce(ack_by, ?2), ack_at = coalesce(ack_at, ?3)"
                + " WHERE id = ?1 RETURNING *")) {
      update.setLong(1, id);
      update.setString(2, by);
      update.setLong(3, at.toEpochMilli());
      return alarms(update).stream().findFirst();
    }
  }

  /** An alarm is over. */
  public Optional<Alarm> clear(long id, Instant at) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE alarm SET cleared_at = coalesce(cleared_at, ?2) WHERE id = ?1 RETURNING *")) {
      update.setLong(1, id);
      update.setLong(2, at.toEpochMilli());
      return alarms(update).stream().findFirst();
    }
  }

  /** All alarms that stand. */
  public List<Alarm> standing() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM alarm WHERE cleared_at IS NULL")) {
      return alarms(select);
    }
  }

  /** Alarms standing and over, newest first. */
  public List<Alarm> history(int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM alarm ORDER BY first_at DESC, id DESC LIMIT ?")) {
      select.setInt(1, limit);
      return alarms(select);
    }
  }

  /** Lets go what is older. */
  public void forgetBefore(Instant time) throws SQLException {
    for (String sql :
        List.of(
            "DELETE FROM report WHERE at < ?",
            "DELETE FROM alarm WHERE cleared_at < ?",
            "DELETE FROM placed WHERE at < ?",
            "DELETE FROM tried WHERE at < ?")) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setLong(1, time.toEpochMilli());
        delete.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static List<Alarm> alarms(PreparedStatement statement) throws SQLException {
    List<Alarm> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Optional<String> by = Optional.ofNullable(row.getString("ack_by"));
        Instant seen = Instant.ofEpochMilli(row.getLong("ack_at"));
        long cleared = row.getLong("cleared_at");
        found.add(
            new Alarm(
                row.getLong("id"),
                new Topics(row.getString("hall"), row.getString("terminal")),
                new Finding(
                    row.getString("code"),
                    Optional.of(row.getString("device")).filter(device -> !device.isEmpty()),
                    Finding.Severity.valueOf(row.getString("severity"))),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                row.getInt("count"),
                by.map(who -> new Alarm.Seen(who, seen)),
                cleared == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(cleared))));
      }
    }
    return found;
  }

  /** Numbered files, forward only; a file of a newer program is left as it is. */
  private static void bringUpToDate(DataSource source) throws SQLException {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(MIGRATIONS)
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SQLException(
          FILE_NAME + " cannot be brought up to date; keep the file, and update this program", e);
    }
  }
}
