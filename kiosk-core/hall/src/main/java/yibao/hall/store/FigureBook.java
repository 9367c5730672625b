package yibao.hall.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the kept reports come to, counted when it is asked for; in the store's database. */
public final class FigureBook {
  private final Database database;
  private final Dialect dialect;

  FigureBook(Database database) {
    this.database = database;
    this.dialect = database.dialect();
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
   * Visits for an item.
   *
   * @param seq its printed number
   * @param name as its list prints it; absent where an older terminal did not say
   * @param reached how many got to their end
   */
  public record Item(int seq, Optional<String> name, long visits, long reached) {}

  /**
   * Visits under a name.
   *
   * @param name the kind of step at which people left
   * @param reached how many got to their end
   */
  public record Group(String name, long visits, long reached) {}

  /** Visits by day and terminal, the newest day first. */
  public List<Day> days(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT "
                + dialect.day()
                + " AS day, hall, terminal, count(*) AS visits, sum("
                + dialect.flag("reachedEnd")
                + ") AS reached, avg("
                + dialect.number("seconds")
                + ") AS seconds FROM report"
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
  public List<Item> items(Instant from) throws SQLException {
    String seq = dialect.number("item");
    String name = dialect.text("name");
    try (PreparedStatement select =
        database.prepare(
            "SELECT "
                + seq
                + " AS seq, "
                + name
                + " AS name, count(*) AS visits, sum("
                + dialect.flag("reachedEnd")
                + ") AS reached FROM report WHERE type = 'visitEnded' AND at >= ? AND "
                + seq
                + " IS NOT NULL GROUP BY 1, 2 ORDER BY visits DESC, 1, 2")) {
      select.setLong(1, from.toEpochMilli());
      List<Item> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Item(
                  row.getInt("seq"),
                  Optional.ofNullable(row.getString("name")),
                  row.getLong("visits"),
                  row.getLong("reached")));
        }
      }
      return found;
    }
  }

  /** Where visits ended that did not get to their end, the most frequent first. */
  public List<Group> leftAt(Instant from) throws SQLException {
    return groups(dialect.text("lastStep"), dialect.flag("reachedEnd") + " = 0", from);
  }

  /** What was counted, by name, e.g. {@code card.failed}. */
  public TreeMap<String, Long> counts(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT counted.key, sum("
                + dialect.counted()
                + ") FROM report, "
                + dialect.eachCount()
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
        database.prepare(
            "SELECT "
                + name
                + " AS name, count(*) AS visits, sum("
                + dialect.flag("reachedEnd")
                + ") AS reached FROM report WHERE type = 'visitEnded' AND at >= ? AND "
                + which
                + " AND "
                + name
                + " IS NOT NULL GROUP BY 1 ORDER BY visits DESC, 1")) {
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
