package yibao.kiosk.telemetry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yibao.telemetry.Happening;
import yibao.telemetry.condition.MonthFigures;
import yibao.telemetry.condition.PaperForecast;

/**
 * What this terminal did in the last month, on disk: its visits, what it read and printed, and how
 * its paper was. Nothing of it says for whom. Belongs to one thread.
 */
final class FigureBook implements AutoCloseable {
  static final String FILE_NAME = "figures.db";

  /** As long as the hall's monitor looks back. */
  static final Duration KEPT = Duration.ofDays(31);

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS visit (at INTEGER NOT NULL, day TEXT NOT NULL, item INTEGER,"
              + " name TEXT, reached INTEGER NOT NULL, step TEXT NOT NULL,"
              + " seconds INTEGER NOT NULL, waited INTEGER)",
          "CREATE TABLE IF NOT EXISTS counted ("
              + "at INTEGER NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS paper ("
              + "at INTEGER NOT NULL, device TEXT NOT NULL, paper TEXT NOT NULL)");

  private final Connection connection;
  private final ZoneId zone;
  private Optional<LocalDate> swept = Optional.empty();

  private FigureBook(Connection connection, ZoneId zone) {
    this.connection = connection;
    this.zone = zone;
  }

  /**
   * Opens the book in a directory, making it where there is none.
   *
   * @param zone of the days
   */
  static FigureBook open(Path directory, ZoneId zone) throws SQLException {
    return new FigureBook(SideFile.open(directory.resolve(FILE_NAME), TABLES), zone);
  }

  /** A visit is over. */
  void visit(Instant at, Happening.VisitEnded visit) throws SQLException {
    sweep(at);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO visit (at, day, item, name, reached, step, seconds, waited)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, at.toEpochMilli());
      insert.setString(2, day(at).toString());
      number(insert, 3, visit.item());
      insert.setString(4, visit.name().orElse(null));
      insert.setBoolean(5, visit.reachedEnd());
      insert.setString(6, visit.lastStep());
      insert.setInt(7, visit.seconds());
      number(insert, 8, visit.waited());
      insert.executeUpdate();
    }
  }

  private static void number(PreparedStatement into, int at, Optional<Integer> number)
      throws SQLException {
    if (number.isPresent()) {
      into.setInt(at, number.get());
    } else {
      into.setNull(at, Types.INTEGER);
    }
  }

  /** One more of these, by the name it is counted under. */
  void counted(Instant at, String name) throws SQLException {
    sweep(at);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO counted (at, day, name) VALUES (?, ?, ?)")) {
      insert.setLong(1, at.toEpochMilli());
      insert.setString(2, day(at).toString());
      insert.setString(3, name);
      insert.executeUpdate();
    }
  }

  /** A printer's paper is otherwise. */
  void paper(Instant at, String device, String paper) throws SQLException {
    sweep(at);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO paper (at, device, paper) VALUES (?, ?, ?)")) {
      insert.setLong(1, at.toEpochMilli());
      insert.setString(2, device);
      insert.setString(3, paper);
      insert.executeUpdate();
    }
  }

  /** Visits by day, the newest first. */
  List<MonthFigures.Day> days(Instant now) throws SQLException {
    return rows(
        "SELECT day, count(*), sum(reached), avg(seconds), avg(waited) FROM visit WHERE at >= ?"
            + " GROUP BY day ORDER BY day DESC",
        now,
        row ->
            new MonthFigures.Day(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                Math.round(row.getDouble(4)),
                Optional.ofNullable((Double) row.getObject(5)).map(Math::round)));
  }

  /** Visits by item, the most visited first. */
  List<MonthFigures.Item> items(Instant now) throws SQLException {
    return rows(
        "SELECT item, name, count(*) AS visits, sum(reached) FROM visit"
            + " WHERE at >= ? AND item IS NOT NULL"
            + " GROUP BY item, name ORDER BY visits DESC, item",
        now,
        row ->
            new MonthFigures.Item(row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4)));
  }

  /** Where visits ended that did not get to their end, the most frequent first. */
  List<MonthFigures.Left> leftAt(Instant now) throws SQLException {
    return rows(
        "SELECT step, count(*) AS visits FROM visit WHERE at >= ? AND reached = 0"
            + " GROUP BY step ORDER BY visits DESC, step",
        now,
        row -> new MonthFigures.Left(row.getString(1), row.getLong(2)));
  }

  /** What was counted by day, the newest first. */
  List<MonthFigures.Counted> counts(Instant now) throws SQLException {
    Map<String, Map<String, Long>> days = new TreeMap<>();
    rows(
            "SELECT day, name, count(*) FROM counted WHERE at >= ? GROUP BY day, name",
            now,
            row -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
        .forEach(
            it -> days.computeIfAbsent(it.day(), _ -> new TreeMap<>()).put(it.name(), it.count()));
    return days.entrySet().stream()
        .map(it -> new MonthFigures.Counted(it.getKey(), it.getValue()))
        .toList()
        .reversed();
  }

  private record Count(String day, String name, long count) {}

  /** When a printer's paper was otherwise, the earliest first. */
  List<PaperForecast.Paper> papers(String device, Instant now) throws SQLException {
    return rows(
        "SELECT at, paper FROM paper WHERE at >= ? AND device = ? ORDER BY at, rowid",
        now,
        row -> new PaperForecast.Paper(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
        device);
  }

  /** What was printed, by the name it is counted under, the earliest first. */
  List<PaperForecast.Printed> printed(String counter, Instant now) throws SQLException {
    return rows(
        "SELECT at FROM counted WHERE at >= ? AND name = ? ORDER BY at",
        now,
        row -> new PaperForecast.Printed(Instant.ofEpochMilli(row.getLong(1)), 1),
        counter);
  }

  private interface Read<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String select, Instant now, Read<T> read, String... further)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setLong(1, now.minus(KEPT).toEpochMilli());
      for (int i = 0; i < further.length; i++) {
        statement.setString(i + 2, further[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(read.of(row));
        }
      }
      return found;
    }
  }

  /** Once a day what is older than the month goes. */
  private void sweep(Instant now) throws SQLException {
    LocalDate today = day(now);
    if (swept.filter(today::equals).isPresent()) {
      return;
    }
    for (String table : List.of("visit", "counted", "paper")) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE at < ?")) {
        delete.setLong(1, now.minus(KEPT).toEpochMilli());
        delete.executeUpdate();
      }
    }
    swept = Optional.of(today);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
