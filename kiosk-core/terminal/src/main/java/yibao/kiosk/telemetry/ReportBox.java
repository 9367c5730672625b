package yibao.kiosk.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import yibao.telemetry.Happening;
import yibao.telemetry.Message;
import yibao.telemetry.MessageJson;

/**
 * Reports the monitor has not taken, on disk, the oldest given up where there are too many. Belongs
 * to one thread. What a power cut can take is the last few of them, never the numbers' order.
 */
final class ReportBox implements AutoCloseable {
  static final String FILE_NAME = "reports.db";

  /** Three days of a busy terminal, some three megabytes. */
  static final int MOST = 10_000;

  private static final int SOURCE_BYTES = 8;
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS report ("
              + "number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, body TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS box (source TEXT NOT NULL, lost INTEGER NOT NULL)");

  private final Connection connection;
  private final ObjectMapper json = MessageJson.mapper();
  private final int most;
  private final String source;
  private long held;
  private long lost;

  private ReportBox(Connection connection, int most, String source) throws SQLException {
    this.connection = connection;
    this.most = most;
    this.source = source;
    this.held = number("SELECT count(*) FROM report");
    this.lost = number("SELECT lost FROM box");
  }

  /**
   * Opens the box in a directory, making it where there is none.
   *
   * @param most reports held at most
   */
  static ReportBox open(Path directory, int most) throws SQLException {
    Connection connection = SideFile.open(directory.resolve(FILE_NAME), TABLES);
    try (Statement statement = connection.createStatement()) {
      byte[] fresh = new byte[SOURCE_BYTES];
      new SecureRandom().nextBytes(fresh);
      statement.execute(
          "INSERT INTO box SELECT '"
              + HexFormat.of().formatHex(fresh)
              + "', 0 WHERE NOT EXISTS (SELECT 1 FROM box)");
      try (ResultSet row = statement.executeQuery("SELECT source FROM box")) {
        return new ReportBox(connection, most, row.getString(1));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Which run of numbers the reports carry. */
  String source() {
    return source;
  }

  /** How many reports were given up since the box was made. */
  long lost() {
    return lost;
  }

  /** Keeps a report. */
  void put(Instant at, Happening happening) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO report (at, body) VALUES (?, ?)")) {
      insert.setString(1, at.toString());
      insert.setString(2, json.writeValueAsString(happening));
      insert.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a happening is always JSON", e);
    }
    held++;
    if (held > most) {
      giveUp(held - most);
    }
  }

  /** Notes that reports never came into the box. */
  void countLost(long more) throws SQLException {
    lost += more;
    try (PreparedStatement update = connection.prepareStatement("UPDATE box SET lost = ?")) {
      update.setLong(1, lost);
      update.executeUpdate();
    }
  }

  /** The reports after a number, oldest first. */
  List<Message.Report> after(long number, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, at, body FROM report WHERE number > ? ORDER BY number LIMIT ?")) {
      select.setLong(1, number);
      select.setInt(2, limit);
      List<Message.Report> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Message.Report(
                  Message.VERSION,
                  source,
                  row.getLong(1),
                  Instant.parse(row.getString(2)),
                  json.readValue(row.getString(3), Happening.class)));
        }
      }
      return found;
    } catch (JsonProcessingException e) {
      throw new SQLException("a report in the box cannot be read", e);
    }
  }

  /** Lets a report go that the monitor has taken. */
  void remove(long number) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM report WHERE number = ?")) {
      delete.setLong(1, number);
      held -= delete.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void giveUp(long howMany) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM report WHERE number IN"
                + " (SELECT number FROM report ORDER BY number LIMIT ?)")) {
      delete.setLong(1, howMany);
      int gone = delete.executeUpdate();
      held -= gone;
      countLost(gone);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }
}
