package yibao.hall.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
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

/** Orders to terminals and their answers, on the store's connection. */
public final class OrderShelf {
  private static final ObjectMapper JSON = MessageJson.mapper();

  private final Connection connection;

  OrderShelf(Connection connection) {
    this.connection = connection;
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
        connection.prepareStatement(
            "INSERT INTO placed (number, hall, terminal, given_by, at, expires_at, what) VALUES"
                + " (max(?1, (SELECT coalesce(max(number), 0) + 1 FROM placed)),?2,?3,?4,?1,?5,?6)"
                + " RETURNING *")) {
      insert.setLong(1, now.toEpochMilli());
      insert.setString(2, of.hall());
      insert.setString(3, of.terminal());
      insert.setString(4, by);
      insert.setLong(5, now.plus(good).toEpochMilli());
      insert.setString(6, JSON.writeValueAsString(what));
      return placed(insert).getFirst();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }

  /** Keeps a terminal's answer, the first; empty where the terminal was given no such order. */
  public Optional<PlacedOrder> answer(
      Topics of, long number, Outcome outcome, Optional<String> cause, Instant at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE placed SET cause = CASE WHEN outcome IS NULL THEN ?5 ELSE cause END,"
                + " answered_at = coalesce(answered_at, ?6), outcome = coalesce(outcome, ?4)"
                + " WHERE number = ?1 AND hall = ?2 AND terminal = ?3 RETURNING *")) {
      update.setLong(1, number);
      update.setString(2, of.hall());
      update.setString(3, of.terminal());
      update.setString(4, outcome.name());
      update.setString(5, cause.orElse(null));
      update.setLong(6, at.toEpochMilli());
      return placed(update).stream().findFirst();
    }
  }

  /** The newest orders to a terminal, newest first. */
  public List<PlacedOrder> latest(Topics of, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM placed WHERE hall = ? AND terminal = ? ORDER BY number DESC LIMIT ?")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setInt(3, limit);
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
