package yibao.hall.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who did what at the monitor, in the store's database. */
public final class DeedBook {
  private final Database database;

  DeedBook(Database database) {
    this.database = database;
  }

  /** Adds one. */
  public void note(Deed deed) throws SQLException {
    try (PreparedStatement insert =
        database.prepare(
            "INSERT INTO deed (at, given_by, what, subject, outcome) VALUES (?,?,?,?,?)")) {
      insert.setLong(1, deed.at().toEpochMilli());
      insert.setString(2, deed.by());
      insert.setString(3, deed.what());
      insert.setString(4, deed.subject());
      insert.setString(5, deed.outcome());
      insert.executeUpdate();
    }
  }

  /** The newest, newest first. */
  public List<Deed> latest(int limit) throws SQLException {
    try (PreparedStatement select =
        database.prepare("SELECT * FROM deed ORDER BY id DESC LIMIT ?")) {
      select.setInt(1, limit);
      List<Deed> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Deed(
                  Instant.ofEpochMilli(row.getLong("at")),
                  row.getString("given_by"),
                  row.getString("what"),
                  row.getString("subject"),
                  row.getString("outcome")));
        }
      }
      return found;
    }
  }
}
