package yibao.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.Rating;
import yibao.kiosk.record.StaffTask;

/** Ratings and tasks in the terminal's database. */
public final class SqliteRatings implements Ratings {

  private static final String BETWEEN = ",";

  private final WriterThread writer;

  /** Keeps them in a store. */
  public SqliteRatings(SqliteStore store) {
    this.writer = store.writer();
  }

  @Override
  public boolean rate(Rating rating, LocalDate answerBy) {
    return writer.write(
        connection -> {
          boolean first = insert(connection, rating);
          if (first && rating.isBad()) {
            open(connection, rating, answerBy);
          }
          return first;
        });
  }

  private static boolean insert(Connection connection, Rating rating) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO rating (about, region, item, level, reasons, rated_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (about) DO NOTHING")) {
      insert.setString(1, rating.about());
      insert.setString(2, rating.region());
      insert.setInt(3, rating.item());
      insert.setInt(4, rating.level());
      insert.setString(5, String.join(BETWEEN, rating.reasons()));
      insert.setLong(6, rating.at().toEpochMilli());
      return insert.executeUpdate() == 1;
    }
  }

  private static void open(Connection connection, Rating rating, LocalDate answerBy)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO staff_task (kind, about, opened_at, due_on) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, StaffTask.Kind.BAD_RATING.name());
      insert.setString(2, rating.about());
      insert.setLong(3, rating.at().toEpochMilli());
      insert.setString(4, answerBy.toString());
      insert.executeUpdate();
    }
  }

  @Override
  public Optional<Rating> find(String about) {
    return writer
        .read(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement("SELECT * FROM rating WHERE about = ?")) {
                select.setString(1, about);
                return ratings(select);
              }
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<Rating> since(Instant time) {
    return writer.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM rating WHERE rated_at >= ? ORDER BY rated_at")) {
            select.setLong(1, time.toEpochMilli());
            return ratings(select);
          }
        });
  }

  private static List<Rating> ratings(PreparedStatement select) throws SQLException {
    List<Rating> ratings = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ratings.add(
            new Rating(
                row.getString("about"),
                row.getString("region"),
                row.getInt("item"),
                row.getInt("level"),
                Arrays.stream(row.getString("reasons").split(BETWEEN))
                    .filter(reason -> !reason.isEmpty())
                    .toList(),
                Instant.ofEpochMilli(row.getLong("rated_at"))));
      }
    }
    return ratings;
  }

  @Override
  public List<StaffTask> openTasks() {
    return writer.read(
        connection -> {
          List<StaffTask> tasks = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT * FROM staff_task WHERE done_at IS NULL ORDER BY due_on, id");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              tasks.add(
                  new StaffTask(
                      row.getLong("id"),
                      StaffTask.Kind.valueOf(row.getString("kind")),
                      row.getString("about"),
                      Instant.ofEpochMilli(row.getLong("opened_at")),
                      LocalDate.parse(row.getString("due_on")),
                      Optional.ofNullable(row.getString("owner")),
                      remedy(row)));
            }
          }
          return tasks;
        });
  }

  @Override
  public boolean take(long task, String owner) {
    return writer.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE staff_task SET owner = ?"
                      + " WHERE id = ? AND done_at IS NULL AND remedied_by IS NULL")) {
            update.setString(1, owner);
            update.setLong(2, task);
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public List<Rating> unsent(int most) {
    return writer.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM rating WHERE sent_at IS NULL ORDER BY rated_at LIMIT ?")) {
            select.setInt(1, most);
            return ratings(select);
          }
        });
  }

  @Override
  public void sent(String about, Instant at) {
    writer.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE rating SET sent_at = ? WHERE about = ?")) {
            update.setLong(1, at.toEpochMilli());
            update.setString(2, about);
            return update.executeUpdate();
          }
        });
  }

  private static Optional<StaffTask.Remedy> remedy(ResultSet row) throws SQLException {
    Optional<String> by = Optional.ofNullable(row.getString("remedied_by"));
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StaffTask.Remedy(
                row.getString("remedy"),
                by.get(),
                Instant.ofEpochMilli(row.getLong("remedied_at"))));
  }

  @Override
  public boolean remedy(long task, StaffTask.Remedy remedy) {
    return writer.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE staff_task SET remedy = ?, remedied_by = ?, remedied_at = ?"
                      + " WHERE id = ? AND owner = ? AND done_at IS NULL"
                      + " AND remedied_by IS NULL")) {
            update.setString(1, remedy.what());
            update.setString(2, remedy.by());
            update.setLong(3, remedy.at().toEpochMilli());
            update.setLong(4, task);
            update.setString(5, remedy.by());
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public boolean close(long task, String by, Instant at) {
    return writer.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE staff_task SET done_at = ?, checked_by = ?"
                      + " WHERE id = ? AND done_at IS NULL AND remedied_by <> ?")) {
            update.setLong(1, at.toEpochMilli());
            update.setString(2, by);
            update.setLong(3, task);
            update.setString(4, by);
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public boolean sendBack(long task, String by) {
    return writer.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE staff_task SET remedy = NULL, remedied_by = NULL, remedied_at = NULL"
                      + " WHERE id = ? AND done_at IS NULL AND remedied_by <> ?")) {
            update.setLong(1, task);
            update.setString(2, by);
            return update.executeUpdate() == 1;
          }
        });
  }
}
