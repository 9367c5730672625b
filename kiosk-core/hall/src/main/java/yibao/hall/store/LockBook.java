package yibao.hall.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wrong passwords by number, kept so that a restart forgives nobody. */
public final class LockBook {
  private final Database database;

  LockBook(Database database) {
    this.database = database;
  }

  /**
   * What is kept of a number.
   *
   * @param wrong how many were wrong in a row
   * @param until until when the number is not let in
   * @param at when it was tried last
   */
  public record Tried(int wrong, Instant until, Instant at) {}

  /** All that is kept. */
  public Map<String, Tried> all() throws SQLException {
    try (PreparedStatement select = database.prepare("SELECT * FROM tried ORDER BY at");
        ResultSet row = select.executeQuery()) {
      Map<String, Tried> found = new LinkedHashMap<>();
      while (row.next()) {
        found.put(
            row.getString("number"),
            new Tried(
                row.getInt("wrong"),
                Instant.ofEpochMilli(row.getLong("until")),
                Instant.ofEpochMilli(row.getLong("at"))));
      }
      return found;
    }
  }

  /** Keeps what is known of a number. */
  public void keep(String number, Tried tried) throws SQLException {
    try (PreparedStatement upsert =
        database.prepare(
            "INSERT INTO tried (number, wrong, until, at) VALUES (?,?,?,?)"
                + " ON CONFLICT (number) DO UPDATE"
                + " SET wrong = excluded.wrong, until = excluded.until, at = excluded.at")) {
      upsert.setString(1, number);
      upsert.setInt(2, tried.wrong());
      upsert.setLong(3, tried.until().toEpochMilli());
      upsert.setLong(4, tried.at().toEpochMilli());
      upsert.executeUpdate();
    }
  }

  /** Forgets a number that proved itself. */
  public void forget(String number) throws SQLException {
    try (PreparedStatement delete = database.prepare("DELETE FROM tried WHERE number = ?")) {
      delete.setString(1, number);
      delete.executeUpdate();
    }
  }
}
