package yibao.hall.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.hall.fleet.Alarm;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Finding;

/** Reports, alarms and whatever else a monitor keeps. Belongs to one thread. */
public final class HallStore implements AutoCloseable {
  private final Database database;
  private final OrderShelf orders;
  private final DeedBook deeds;
  private final LockBook locks;
  private final FigureBook figures;
  private final PrintBook prints;
  private final WorkOrderBook workOrders;

  private HallStore(Database database) {
    this.database = database;
    this.orders = new OrderShelf(database);
    this.deeds = new DeedBook(database);
    this.locks = new LockBook(database);
    this.figures = new FigureBook(database);
    this.prints = new PrintBook(database);
    this.workOrders = new WorkOrderBook(database);
  }

  /**
   * A report as it is kept.
   *
   * @param source which run of numbers
   * @param type what happened, e.g. {@code visitEnded}
   * @param body the whole of what happened, JSON
   */
  public record Kept(Topics of, String source, long number, Instant at, String type, String body) {}

  /** Opens the store, making what there is not. */
  public static HallStore open(StorePlace place) throws SQLException, IOException {
    return new HallStore(Database.open(place));
  }

  /** Whether other monitors keep theirs in it as well. */
  public boolean isShared() {
    return database.isShared();
  }

  /** Orders to terminals. */
  public OrderShelf orders() {
    return orders;
  }

  /** Who did what. */
  public DeedBook deeds() {
    return deeds;
  }

  /** Wrong passwords. */
  public LockBook locks() {
    return locks;
  }

  /** What the reports come to. */
  public FigureBook figures() {
    return figures;
  }

  /** What printers did and when they wanted paper. */
  public PrintBook prints() {
    return prints;
  }

  /** Work orders. */
  public WorkOrderBook workOrders() {
    return workOrders;
  }

  /** Waits until no other monitor writes to it; the turn ends with the commit. */
  public void awaitTurn() throws SQLException {
    database.awaitTurn();
  }

  /** Makes everything since the last commit stay. */
  public void commit() throws SQLException {
    database.commit();
  }

  /** Takes everything since the last commit back; a server that went away is asked for anew. */
  public void recover() throws SQLException {
    database.recover();
  }

  /**
   * Keeps a report.
   *
   * @return false where it is kept already
   */
  public boolean keep(Kept report) throws SQLException {
    try (PreparedStatement insert =
        database.prepare("INSERT INTO report VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, report.of().hall());
      insert.setString(2, report.of().terminal());
      insert.setString(3, report.source());
      insert.setLong(4, report.number());
      insert.setLong(5, report.at().toEpochMilli());
      insert.setString(6, report.type());
      insert.setString(7, report.body());
      return insert.executeUpdate() == 1;
    }
  }

  /** The newest reports of a terminal, newest first. */
  public List<Kept> latest(Topics of, int limit) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT source, number, at, type, body FROM report WHERE hall=? AND terminal=?"
                + " AND type <> 'logPulled' ORDER BY at DESC, number DESC LIMIT ?")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setInt(3, limit);
      List<Kept> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Kept(
                  of,
                  row.getString(1),
                  row.getLong(2),
                  Instant.ofEpochMilli(row.getLong(3)),
                  row.getString(4),
                  row.getString(5)));
        }
      }
      return found;
    }
  }

  /** What a terminal answered to an order that asked for its log: the body of that report. */
  public Optional<String> pulledLog(Topics of, long order) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT body FROM report WHERE hall=? AND terminal=? AND type = 'logPulled' AND "
                + database.dialect().number("order")
                + " = ? ORDER BY at DESC LIMIT 1")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setLong(3, order);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * Alarms that stood at some moment of a stretch of time and kept something from working, the
   * earliest first.
   */
  public List<Alarm> standingBetween(Topics of, Instant from, Instant to) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT * FROM alarm WHERE hall = ? AND terminal = ? AND first_at < ?"
                + " AND (cleared_at IS NULL OR cleared_at > ?) ORDER BY first_at, id")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setLong(3, to.toEpochMilli());
      select.setLong(4, from.toEpochMilli());
      return alarms(select);
    }
  }

  /** When a terminal was heard first, as far as what is kept goes back. */
  public Optional<Instant> heardFirst(Topics of) throws SQLException {
    try (PreparedStatement select =
        database.prepare(
            "SELECT min(told) AS first FROM (SELECT min(at) AS told FROM report"
                + " WHERE hall = ? AND terminal = ? UNION ALL SELECT min(first_at) FROM alarm"
                + " WHERE hall = ? AND terminal = ?) AS both_of_them")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setString(3, of.hall());
      select.setString(4, of.terminal());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long first = row.getLong("first");
        return first == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first));
      }
    }
  }

  /**
   * Raises an alarm, or counts one that stands once more.
   *
   * @param again whether finding it again counts
   */
  public Alarm raise(Topics of, Finding finding, Instant at, boolean again) throws SQLException {
    try (PreparedStatement upsert =
        database.prepare(
            "INSERT INTO alarm (hall, terminal, code, device, severity, first_at, last_at, count)"
                + " VALUES (?,?,?,?,?,?,?,1)"
                + " ON CONFLICT (hall, terminal, code, device) WHERE cleared_at IS NULL"
                + " DO UPDATE SET last_at = CASE WHEN alarm.last_at > excluded.last_at"
                + " THEN alarm.last_at ELSE excluded.last_at END, count = alarm.count + ?"
                + " RETURNING *")) {
      upsert.setString(1, of.hall());
      upsert.setString(2, of.terminal());
      upsert.setString(3, finding.code());
      upsert.setString(4, finding.device().orElse(""));
      upsert.setString(5, finding.severity().name());
      upsert.setLong(6, at.toEpochMilli());
      upsert.setLong(7, at.toEpochMilli());
      upsert.setInt(8, again ? 1 : 0);
      return alarms(upsert).getFirst();
    }
  }

  /** Whoever has seen an alarm; the first one stays. Empty where there is no such alarm. */
  public Optional<Alarm> acknowledge(long id, String by, Instant at) throws SQLException {
    try (PreparedStatement update =
        database.prepare(
            "UPDATE alarm SET ack_by = coalesce(ack_by, ?), ack_at = coalesce(ack_at, ?)"
                + " WHERE id = ? RETURNING *")) {
      update.setString(1, by);
      update.setLong(2, at.toEpochMilli());
      update.setLong(3, id);
      return alarms(update).stream().findFirst();
    }
  }

  /** An alarm is over. */
  public Optional<Alarm> clear(long id, Instant at) throws SQLException {
    try (PreparedStatement update =
        database.prepare(
            "UPDATE alarm SET cleared_at = coalesce(cleared_at, ?) WHERE id = ? RETURNING *")) {
      update.setLong(1, at.toEpochMilli());
      update.setLong(2, id);
      return alarms(update).stream().findFirst();
    }
  }

  /** All alarms that stand. */
  public List<Alarm> standing() throws SQLException {
    try (PreparedStatement select =
        database.prepare("SELECT * FROM alarm WHERE cleared_at IS NULL")) {
      return alarms(select);
    }
  }

  /** Alarms standing and over, newest first. */
  public List<Alarm> history(int limit) throws SQLException {
    try (PreparedStatement select =
        database.prepare("SELECT * FROM alarm ORDER BY first_at DESC, id DESC LIMIT ?")) {
      select.setInt(1, limit);
      return alarms(select);
    }
  }

  /** Lets go what is older. */
  public void forgetBefore(Instant time) throws SQLException {
    for (String sql :
        List.of(
            "DELETE FROM report WHERE at < ?",
            "DELETE FROM alarm WHERE cleared_at < ?",
            "DELETE FROM placed WHERE at < ?",
            "DELETE FROM work_order WHERE closed_at < ?",
            "DELETE FROM tried WHERE at < ?")) {
      try (PreparedStatement delete = database.prepare(sql)) {
        delete.setLong(1, time.toEpochMilli());
        delete.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }

  private static List<Alarm> alarms(PreparedStatement statement) throws SQLException {
    List<Alarm> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Optional<String> by = Optional.ofNullable(row.getString("ack_by"));
        Instant seen = Instant.ofEpochMilli(row.getLong("ack_at"));
        long cleared = row.getLong("cleared_at");
        found.add(
            new Alarm(
                row.getLong("id"),
                new Topics(row.getString("hall"), row.getString("terminal")),
                new Finding(
                    row.getString("code"),
                    Optional.of(row.getString("device")).filter(device -> !device.isEmpty()),
                    Finding.Severity.valueOf(row.getString("severity"))),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                row.getInt("count"),
                by.map(who -> new Alarm.Seen(who, seen)),
                cleared == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(cleared))));
      }
    }
    return found;
  }
}
