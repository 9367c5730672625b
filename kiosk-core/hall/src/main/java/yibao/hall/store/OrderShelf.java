package yibao.hall.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.hall.fleet.PlacedOrder;
import yibao.telemetry.Happening.OrderAnswered.Outcome;
import yibao.telemetry.MessageJson;
import yibao.telemetry.Order;
import yibao.telemetry.Topics;

/** Orders to terminals and their answers, in the store's database. */
public final class OrderShelf {
  private static final ObjectMapper JSON = MessageJson.mapper();

  private final Database database;

  OrderShelf(Database database) {
    this.database = database;
  }

  /**
   * Places an order under the next number. Numbers are milliseconds of the clock and always grow:
   * terminals still take them where the store had to be made anew.
   *
   * @param good how long it may be carried out
   */
  public PlacedOrder place(Topics of, Order.What what, String by, Instant now, Duration good)
      throws SQLException {
    try (PreparedStatement insert =
        database.prepare(
            "INSERT INTO placed (number, hall, terminal, given_by, at, expires_at, what)"
                + " SELECT CASE WHEN next > ? THEN next ELSE ? END,?,?,?,?,?,?"
                + " FROM (SELECT coalesce(max(number), 0) + 1 AS next FROM placed) AS numbers"
                + " RETURNING *")) {
      insert.setLong(1, now.toEpochMilli());
      insert.setLong(2, now.toEpochMilli());
      insert.setString(3, of.hall());
      insert.setString(4, of.terminal());
      insert.setString(5, by);
      insert.setLong(6, now.toEpochMilli());
      insert.setLong(7, now.plus(good).toEpochMilli());
      insert.setString(8, JSON.writeValueAsString(what));
      return placed(insert).getFirst();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }

  /** What is wanted in one word, as it is written, e.g. {@code close}. */
  public static String word(Order.What what) {
    return JSON.valueToTree(what).path("type").asText();
  }

  /** Keeps a terminal's answer, the first; empty where the terminal was given no such order. */
  public Optional<PlacedOrder> answer(
      Topics of, long number, Outcome outcome, Optional<String> cause, Instant at)
      throws SQLException {
    try (PreparedStatement update =
        database.prepare(
            "UPDATE placed SET cause = CASE WHEN outcome IS NULL THEN ? ELSE cause END,"
                + " answered_at = coalesce(answered_at, ?), outcome = coalesce(outcome, ?)"
                + " WHERE number = ? AND hall = ? AND terminal = ? RETURNING *")) {
      update.setString(1, cause.orElse(null));
      update.setLong(2, at.toEpochMilli());
      update.setString(3, outcome.name());
      update.setLong(4, number);
      update.setString(5, of.hall());
      update.setString(6, of.terminal());
      return placed(update).stream().findFirst();
    }
  }

  /** The newest orders to a terminal, newest first. */
  public List<PlacedOrder> latest(Topics of, int limit) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT * FROM placed WHERE hall = ? AND terminal = ? ORDER BY number DESC LIMIT ?")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setInt(3, limit);
      return placed(select);
    }
  }

  /** Orders placed since a time, answered or not, by whichever monitor. */
  public List<PlacedOrder> since(Instant time) throws SQLException {
    try (PreparedStatement select =
        database.prepare("SELECT * FROM placed WHERE number >= ? ORDER BY number")) {
      select.setLong(1, time.toEpochMilli());
      return placed(select);
    }
  }

  private static List<PlacedOrder> placed(PreparedStatement statement) throws SQLException {
    List<PlacedOrder> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new PlacedOrder(
                new Order(
                    new Topics(row.getString("hall"), row.getString("terminal")),
                    row.getLong("number"),
                    Instant.ofEpochMilli(row.getLong("expires_at")),
                    row.getString("given_by"),
                    JSON.readValue(row.getString("what"), Order.What.class)),
                Instant.ofEpochMilli(row.getLong("at")),
                answer(row)));
      }
      return found;
    } catch (JsonProcessingException e) {
      throw new SQLException("an order in the store cannot be read", e);
    }
  }

  private static Optional<PlacedOrder.Answer> answer(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null
        ? Optional.empty()
        : Optional.of(
            new PlacedOrder.Answer(
                Outcome.valueOf(outcome),
                Optional.ofNullable(row.getString("cause")),
                Instant.ofEpochMilli(row.getLong("answered_at"))));
  }
}
