package yibao.hall.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yibao.hall.fleet.Alarm;
import yibao.telemetry.Message;
import yibao.telemetry.MessageJson;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.Finding;

/**
 * Reports, alarms and whatever else a monitor keeps. Belongs to one thread; another has another.
 */
public final class HallStore implements AutoCloseable {
  private static final ObjectMapper JSON = MessageJson.mapper();

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

  /** Rows let go at once: what is taken meanwhile should not wait for the rest. */
  private static final int LET_GO_TOGETHER = 2_000;

  /** Opens the store, making what there is not. */
  public static HallStore open(StorePlace place) throws SQLException, IOException {
    return new HallStore(Database.open(place));
  }

  /** The same store for another thread that only looks; it sees what is committed. */
  public HallStore beside() throws SQLException {
    return new HallStore(database.beside());
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
   * Keeps a report and what it adds to its day.
   *
   * @return false where it is kept already
   */
  public boolean keep(Topics of, Message.Report report) throws SQLException {
    try (PreparedStatement insert =
        database.prepare("INSERT INTO report VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")) {
      JsonNode body = JSON.valueToTree(report.happening());
      insert.setString(1, of.hall());
      insert.setString(2, of.terminal());
      insert.setString(3, report.source());
      insert.setLong(4, report.number());
      insert.setLong(5, report.at().toEpochMilli());
      insert.setString(6, body.path("type").asText());
      insert.setString(7, JSON.writeValueAsString(body));
      boolean fresh = insert.executeUpdate() == 1;
      if (fresh) {
        figures.add(of, report.at(), report.happening());
      }
      return fresh;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a happening is always JSON", e);
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

  /**
   * Lets go some of what is older.
   *
   * @return whether there may be more
   */
  public boolean forgetBefore(Instant time) throws SQLException {
    boolean more = false;
    for (String sql :
        List.of(
            "DELETE FROM report WHERE (hall, terminal, source, number) IN (SELECT hall, terminal,"
                + " source, number FROM report WHERE at < ? ORDER BY at LIMIT ?)",
            "DELETE FROM alarm WHERE id IN (SELECT id FROM alarm WHERE cleared_at < ? LIMIT ?)",
            "DELETE FROM placed WHERE number IN (SELECT number FROM placed WHERE at < ? LIMIT ?)",
            "DELETE FROM work_order WHERE number IN"
                + " (SELECT number FROM work_order WHERE closed_at < ? LIMIT ?)",
            "DELETE FROM tried WHERE number IN (SELECT number FROM tried WHERE at < ? LIMIT ?)")) {
      try (PreparedStatement delete = database.prepare(sql)) {
        delete.setLong(1, time.toEpochMilli());
        delete.setInt(2, LET_GO_TOGETHER);
        more |= delete.executeUpdate() == LET_GO_TOGETHER;
      }
    }
    figures.forgetBefore(time);
    return more;
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
