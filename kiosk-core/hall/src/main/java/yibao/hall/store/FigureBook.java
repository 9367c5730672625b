package yibao.hall.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the kept reports come to, counted when it is asked for; on the store's connection. */
public final class FigureBook {
  /** China keeps one time. */
  private static final String DAY = "date(at / 1000, 'unixepoch', '+8 hours')";

  private final Connection connection;

  FigureBook(Connection connection) {
    this.connection = connection;
  }

  /**
   * A terminal's visits of a day.
   *
   * @param day the hall's date
   * @param visits visits that ended; two items in one visit are two
   * @param reached how many got to an answer, a result or a paper
   * @param seconds how long one took on average
   */
  public record Day(
      String day, String hall, String terminal, long visits, long reached, long seconds) {}

  /**
   * Visits under a name.
   *
   * @param name an item's printed number, or the kind of step at which people left
   * @param reached how many got to their end
   */
  public record Group(String name, long visits, long reached) {}

  /** Visits by day and terminal, the newest day first. */
  public List<Day> days(Instant from) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + DAY
                + " AS day, hall, terminal, count(*) AS visits,"
                + " sum(json_extract(body, '$.reachedEnd')) AS reached,"
                + " avg(json_extract(body, '$.seconds')) AS seconds FROM report"
                + " WHERE type = 'visitEnded' AND at >= ? GROUP BY 1, 2, 3"
                + " ORDER BY 1 DESC, 2, 3")) {
      select.setLong(1, from.toEpochMilli());
      List<Day> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Day(
                  row.getString("day"),
                  row.getString("hall"),
                  row.getString("terminal"),
                  row.getLong("visits"),
                  row.getLong("reached"),
                  Math.round(row.getDouble("seconds"))));
        }
      }
      return found;
    }
  }

  /** Visits by item, the most visited first. */
  public List<Group> items(Instant from) throws SQLException {
    return groups("json_extract(body, '$.item')", "1", from);
  }

  /** Where visits ended that did not get to their end, the most frequent first. */
  public List<Group> leftAt(Instant from) throws SQLException {
    return groups(
        "json_extract(body, '$.lastStep')", "NOT json_extract(body, '$.reachedEnd')", from);
  }

  /** What was counted, by name, e.g. {@code card.failed}. */
  public TreeMap<String, Long> counts(Instant from) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT counted.key, sum(counted.value) FROM report,"
                + " json_each(report.body, '$.counts') AS counted"
                + " WHERE report.type = 'counted' AND report.at >= ? GROUP BY 1")) {
      select.setLong(1, from.toEpochMilli());
      TreeMap<String, Long> found = new TreeMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getLong(2));
        }
      }
      return found;
    }
  }

  private List<Group> groups(String name, String which, Instant from) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + name
                + " AS name, count(*) AS visits, sum(json_extract(body, '$.reachedEnd')) AS reached"
                + " FROM report WHERE type = 'visitEnded' AND at >= ? AND "
                + which
                + " GROUP BY 1 HAVING name IS NOT NULL ORDER BY visits DESC, 1")) {
      select.setLong(1, from.toEpochMilli());
      List<Group> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Group(row.getString("name"), row.getLong("visits"), row.getLong("reached")));
        }
      }
      return found;
    }
  }
}
