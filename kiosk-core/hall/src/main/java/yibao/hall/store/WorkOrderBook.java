package yibao.hall.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.hall.fleet.WorkOrder;
import yibao.telemetry.Topics;

/** Work orders 工单 in the store's database. */
public final class WorkOrderBook {
  /** The hall's time to the millisecond; China keeps one time. */
  private static final DateTimeFormatter NUMBER =
      DateTimeFormatter.ofPattern("'GZ'yyyyMMddHHmmssSSS").withZone(ZoneOffset.ofHours(8));

  private final Database database;

  WorkOrderBook(Database database) {
    this.database = database;
  }

  /** Opens one; its number is the time, or the next that is free. */
  public WorkOrder open(WorkOrder.Fault fault, String by, Instant now) throws SQLException {
    Instant free = now;
    while (find(NUMBER.format(free)).isPresent()) {
      free = free.plusMillis(1);
    }
    try (PreparedStatement insert =
        database.prepare(
            "INSERT INTO work_order (number, hall, terminal, device, alarm, fault, opened_by,"
                + " opened_at) VALUES (?,?,?,?,?,?,?,?) RETURNING *")) {
      insert.setString(1, NUMBER.format(free));
      insert.setString(2, fault.of().hall());
      insert.setString(3, fault.of().terminal());
      insert.setString(4, fault.device().orElse(""));
      insert.setObject(5, fault.alarm().orElse(null));
      insert.setString(6, fault.text());
      insert.setString(7, by);
      insert.setLong(8, now.toEpochMilli());
      return read(insert).getFirst();
    }
  }

  /** Gives an open one to somebody; empty where none such is open. */
  public Optional<WorkOrder> assign(String number, String owner, LocalDate dueOn)
      throws SQLException {
    try (PreparedStatement update =
        database.prepare(
            "UPDATE work_order SET owner = ?, due_on = ? WHERE number = ? AND closed_at IS NULL"
                + " RETURNING *")) {
      update.setString(1, owner);
      update.setString(2, dueOn.toString());
      update.setString(3, number);
      return read(update).stream().findFirst();
    }
  }

  /** Closes an open one with what was done; empty where none such is open. */
  public Optional<WorkOrder> close(String number, String done, String by, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        database.prepare(
            "UPDATE work_order SET done = ?, closed_by = ?, closed_at = ?"
                + " WHERE number = ? AND closed_at IS NULL RETURNING *")) {
      update.setString(1, done);
      update.setString(2, by);
      update.setLong(3, now.toEpochMilli());
      update.setString(4, number);
      return read(update).stream().findFirst();
    }
  }

  /** Open ones first, in each the newest first. */
  public List<WorkOrder> latest(int limit) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT * FROM work_order ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END,"
                + " opened_at DESC, number DESC LIMIT ?")) {
      select.setInt(1, limit);
      return read(select);
    }
  }

  /** How many are open. */
  public int open() throws SQLException {
    try (PreparedStatement select =
            database.prepare("SELECT count(*) FROM work_order WHERE closed_at IS NULL");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private Optional<WorkOrder> find(String number) throws SQLException {
    try (PreparedStatement select = database.prepare("SELECT * FROM work_order WHERE number = ?")) {
      select.setString(1, number);
      return read(select).stream().findFirst();
    }
  }

  private static List<WorkOrder> read(PreparedStatement statement) throws SQLException {
    List<WorkOrder> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long alarm = row.getLong("alarm");
        found.add(
            new WorkOrder(
                row.getString("number"),
                new WorkOrder.Fault(
                    new Topics(row.getString("hall"), row.getString("terminal")),
                    Optional.of(row.getString("device")).filter(device -> !device.isEmpty()),
                    alarm == 0 ? Optional.empty() : Optional.of(alarm),
                    row.getString("fault")),
                row.getString("opened_by"),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                Optional.ofNullable(row.getString("owner")),
                Optional.ofNullable(row.getString("due_on")).map(LocalDate::parse),
                closing(row)));
      }
    }
    return found;
  }

  private static Optional<WorkOrder.Closing> closing(ResultSet row) throws SQLException {
    String by = row.getString("closed_by");
    return by == null
        ? Optional.empty()
        : Optional.of(
            new WorkOrder.Closing(
                row.getString("done"), by, Instant.ofEpochMilli(row.getLong("closed_at"))));
  }
}
