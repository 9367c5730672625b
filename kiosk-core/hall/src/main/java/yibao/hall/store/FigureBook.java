package yibao.hall.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yibao.telemetry.Happening;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Finding;

/**
 * What the reports come to, added up by the hall's day as each is kept: a province's month is
 * millions of reports, which nobody who looks at a page waits for.
 */
public final class FigureBook {
  /** China keeps one time. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final long DAY_MILLIS = 86_400_000;

  private final Database database;

  FigureBook(Database database) {
    this.database = database;
  }

  /**
   * A terminal's visits of a day.
   *
   * @param day the hall's date
   * @param of whose; absent where it is the sum of all terminals
   * @param visits visits that ended; two items in one visit are two
   * @param reached how many got to an answer, a result or a paper
   * @param seconds how long one took on average
   * @param waited how many seconds of it people waited on average; absent where no terminal said so
   */
  public record Day(
      String day,
      Optional<Topics> of,
      long visits,
      long reached,
      long seconds,
      Optional<Long> waited) {}

  /**
   * Visits for an item.
   *
   * @param seq its printed number
   * @param name as its list prints it; absent where an older terminal did not say
   * @param reached how many got to their end
   */
  public record Item(int seq, Optional<String> name, long visits, long reached) {}

  /**
   * Visits that did not get to their end.
   *
   * @param step the kind of step at which people left
   */
  public record Left(String step, long visits) {}

  /**
   * What was counted on a day.
   *
   * @param counts by name, e.g. {@code card.failed}
   */
  public record Counted(String day, TreeMap<String, Long> counts) {}

  /**
   * Calls for staff of a day.
   *
   * @param calls how many
   * @param seconds how long it was on average until somebody came forward or the call was over;
   *     absent while all of them stand
   */
  public record Calls(String day, long calls, Optional<Long> seconds) {}

  /** Adds what happened to its day; called once for each report. */
  void add(Topics of, Instant at, Happening happening) throws SQLException {
    String day = day(at);
    if (happening instanceof Happening.VisitEnded visit) {
      add(of, day, visit);
    } else if (happening instanceof Happening.Counted(_, _, var counts)) {
      for (Map.Entry<String, Long> count : counts.entrySet()) {
        change(
            "INSERT INTO counted_of_day VALUES (?,?,?,?) ON CONFLICT (day, hall, name)"
                + " DO UPDATE SET count = counted_of_day.count + excluded.count",
            day,
            of.hall(),
            count.getKey(),
            count.getValue());
      }
    }
  }

  private void add(Topics of, String day, Happening.VisitEnded visit) throws SQLException {
    long reached = visit.reachedEnd() ? 1 : 0;
    change(
        "INSERT INTO visits_of_day VALUES (?,?,?,1,?,?,?,?) ON CONFLICT (day, hall, terminal)"
            + " DO UPDATE SET visits = visits_of_day.visits + 1,"
            + " reached = visits_of_day.reached + excluded.reached,"
            + " seconds = visits_of_day.seconds + excluded.seconds,"
            + " weighed = visits_of_day.weighed + excluded.weighed,"
            + " waited = visits_of_day.waited + excluded.waited",
        day,
        of.hall(),
        of.terminal(),
        reached,
        (long) visit.seconds(),
        visit.waited().isPresent() ? 1L : 0L,
        visit.waited().map(Integer::longValue).orElse(0L));
    if (visit.item().isPresent()) {
      change(
          "INSERT INTO item_of_day VALUES (?,?,?,?,1,?) ON CONFLICT (day, hall, seq, name)"
              + " DO UPDATE SET visits = item_of_day.visits + 1,"
              + " reached = item_of_day.reached + excluded.reached",
          day,
          of.hall(),
          (long) visit.item().get(),
          visit.name().orElse(""),
          reached);
    }
    if (!visit.reachedEnd()) {
      change(
          "INSERT INTO left_of_day VALUES (?,?,?,1) ON CONFLICT (day, hall, step)"
              + " DO UPDATE SET visits = left_of_day.visits + 1",
          day,
          of.hall(),
          visit.lastStep());
    }
  }

  /** Visits by day and terminal, the newest day first. */
  public List<Day> days(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT * FROM visits_of_day WHERE day >= ? ORDER BY day DESC, hall, terminal")) {
      return days(select, from, true);
    }
  }

  /** Visits by day, all terminals together, the newest day first. */
  public List<Day> daysOfAll(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT day, sum(visits) AS visits, sum(reached) AS reached, sum(seconds) AS seconds,"
                + " sum(weighed) AS weighed, sum(waited) AS waited"
                + " FROM visits_of_day WHERE day >= ? GROUP BY day ORDER BY day DESC")) {
      return days(select, from, false);
    }
  }

  private static List<Day> days(PreparedStatement select, Instant from, boolean each)
      throws SQLException {
    select.setString(1, day(from));
    List<Day> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long visits = row.getLong("visits");
        long weighed = row.getLong("weighed");
        found.add(
            new Day(
                row.getString("day"),
                each
                    ? Optional.of(new Topics(row.getString("hall"), row.getString("terminal")))
                    : Optional.empty(),
                visits,
                row.getLong("reached"),
                mean(row.getLong("seconds"), visits),
                weighed == 0
                    ? Optional.empty()
                    : Optional.of(mean(row.getLong("waited"), weighed))));
      }
    }
    return found;
  }

  /** Visits by item, the most visited first. */
  public List<Item> items(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT seq, name, sum(visits) AS visits, sum(reached) AS reached FROM item_of_day"
                + " WHERE day >= ? GROUP BY 1, 2 ORDER BY visits DESC, 1, 2")) {
      select.setString(1, day(from));
      List<Item> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Item(
                  row.getInt("seq"),
                  Optional.of(row.getString("name")).filter(name -> !name.isEmpty()),
                  row.getLong("visits"),
                  row.getLong("reached")));
        }
      }
      return found;
    }
  }

  /** Where visits ended that did not get to their end, the most frequent first. */
  public List<Left> leftAt(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT step, sum(visits) AS visits FROM left_of_day WHERE day >= ?"
                + " GROUP BY 1 ORDER BY visits DESC, 1")) {
      select.setString(1, day(from));
      List<Left> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Left(row.getString("step"), row.getLong("visits")));
        }
      }
      return found;
    }
  }

  /** What was counted, by day, the newest day first. */
  public List<Counted> counts(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT day, name, sum(count) AS counted FROM counted_of_day WHERE day >= ?"
                + " GROUP BY 1, 2 ORDER BY 1 DESC, 2")) {
      select.setString(1, day(from));
      List<Counted> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String day = row.getString("day");
          if (found.isEmpty() || !found.getLast().day().equals(day)) {
            found.add(new Counted(day, new TreeMap<>()));
          }
          found.getLast().counts().put(row.getString("name"), row.getLong("counted"));
        }
      }
      return found;
    }
  }

  /** Calls for staff by day, the newest day first. */
  public List<Calls> calls(Instant from) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT (first_at + "
                + CHINA.getTotalSeconds() * 1_000L
                + ") / "
                + DAY_MILLIS
                + " AS day, count(*) AS calls, avg(coalesce(ack_at, cleared_at) - first_at) AS millis"
                + " FROM alarm WHERE code = ? AND first_at >= ? GROUP BY 1 ORDER BY 1 DESC")) {
      select.setString(1, Finding.HELP_CALL);
      select.setLong(2, from.toEpochMilli());
      List<Calls> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          double millis = row.getDouble("millis");
          boolean allStand = row.wasNull();
          found.add(
              new Calls(
                  LocalDate.ofEpochDay(row.getLong("day")).toString(),
                  row.getLong("calls"),
                  allStand ? Optional.empty() : Optional.of(Math.round(millis / 1_000))));
        }
      }
      return found;
    }
  }

  /** Lets go the days before a time's. */
  void forgetBefore(Instant time) throws SQLException {
    for (String table : List.of("visits_of_day", "item_of_day", "left_of_day", "counted_of_day")) {
      change("DELETE FROM " + table + " WHERE day < ?", day(time));
    }
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepare(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, CHINA).toString();
  }

  private static long mean(long sum, long of) {
    return Math.round(sum / (double) of);
  }
}
