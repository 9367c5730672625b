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
  private final ContactColumn contacts;

  /** Keeps them in a store. */
  public SqliteRatings(SqliteStore store) {
    this.writer = store.writer();
    this.contacts = new ContactColumn(store.cipher());
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
    return change(
        connection,
        "INSERT INTO rating (about, region, item, level, reasons, rated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (about) DO NOTHING",
        rating.about(),
        rating.region(),
        rating.item(),
        rating.level(),
        String.join(BETWEEN, rating.reasons()),
        rating.at().toEpochMilli());
  }

  private static void open(Connection connection, Rating rating, LocalDate answerBy)
      throws SQLException {
    change(
        connection,
        "INSERT INTO staff_task (kind, about, opened_at, due_on) VALUES (?, ?, ?, ?)",
        StaffTask.Kind.BAD_RATING.name(),
        rating.about(),
        rating.at().toEpochMilli(),
        answerBy.toString());
  }

  @Override
  public Optional<Rating> find(String about) {
    return ratings("SELECT * FROM rating WHERE about = ?", about).stream().findFirst();
  }

  @Override
  public List<Rating> since(Instant time) {
    return ratings(
        "SELECT * FROM rating WHERE rated_at >= ? ORDER BY rated_at", time.toEpochMilli());
  }

  @Override
  public List<Rating> unsent(int most) {
    return ratings("SELECT * FROM rating WHERE sent_at IS NULL ORDER BY rated_at LIMIT ?", most);
  }

  private List<Rating> ratings(String query, Object value) {
    return writer.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, value);
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
                      remedy(row),
                      row.getObject("contact_left_at") != null,
                      reply(row)));
            }
          }
          return tasks;
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

  private static Optional<StaffTask.Reply> reply(ResultSet row) throws SQLException {
    Optional<String> by = Optional.ofNullable(row.getString("replied_by"));
    return by.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StaffTask.Reply(
                row.getString("reply"), by.get(), Instant.ofEpochMilli(row.getLong("replied_at"))));
  }

  @Override
  public boolean leaveContact(String about, String phone, Instant at) {
    return change(
        "UPDATE staff_task SET contact = ?, contact_left_at = ?"
            + " WHERE about = ? AND done_at IS NULL",
        contacts.encrypted(about, phone),
        at.toEpochMilli(),
        about);
  }

  @Override
  public Optional<String> contact(long task, String who) {
    return writer.read(connection -> contacts.of(connection, task, who));
  }

  @Override
  public boolean reply(long task, StaffTask.Reply reply) {
    return change(
        "UPDATE staff_task SET reply = ?, replied_by = ?, replied_at = ?"
            + " WHERE id = ? AND owner = ? AND done_at IS NULL AND remedied_by IS NOT NULL"
            + " AND contact_left_at IS NOT NULL",
        reply.what(),
        reply.by(),
        reply.at().toEpochMilli(),
        task,
        reply.by());
  }

  @Override
  public int forgetContacts(Instant leftBefore) {
    return writer.write(connection -> ContactColumn.forget(connection, leftBefore));
  }

  @Override
  public void sent(String about, Instant at) {
    change("UPDATE rating SET sent_at = ? WHERE about = ?", at.toEpochMilli(), about);
  }

  @Override
  public boolean take(long task, String owner) {
    return change(
        "UPDATE staff_task SET owner = ? WHERE id = ? AND done_at IS NULL AND remedied_by IS NULL",
        owner,
        task);
  }

  @Override
  public boolean remedy(long task, StaffTask.Remedy remedy) {
    return change(
        "UPDATE staff_task SET remedy = ?, remedied_by = ?, remedied_at = ?"
            + " WHERE id = ? AND owner = ? AND done_at IS NULL AND remedied_by IS NULL",
        remedy.what(),
        remedy.by(),
        remedy.at().toEpochMilli(),
        task,
        remedy.by());
  }

  @Override
  public boolean close(long task, String by, Instant at) {
    return change(
        "UPDATE staff_task SET done_at = ?, checked_by = ?, contact = NULL"
            + " WHERE id = ? AND done_at IS NULL AND remedied_by <> ?"
            + " AND (contact_left_at IS NULL OR replied_by IS NOT NULL)",
        at.toEpochMilli(),
        by,
        task,
        by);
  }

  @Override
  public boolean sendBack(long task, String by) {
    return change(
        "UPDATE staff_task SET remedy = NULL, remedied_by = NULL, remedied_at = NULL,"
            + " reply = NULL, replied_by = NULL, replied_at = NULL"
            + " WHERE id = ? AND done_at IS NULL AND remedied_by <> ?",
        task,
        by);
  }

  private boolean change(String statement, Object... values) {
    return writer.write(connection -> change(connection, statement, values));
  }

  /** Whether it changed a row. */
  private static boolean change(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      return prepared.executeUpdate() == 1;
    }
  }
}
