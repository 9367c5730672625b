package yibao.hall.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import yibao.telemetry.Topics;
import yibao.telemetry.condition.PaperForecast.Paper;
import yibao.telemetry.condition.PaperForecast.Printed;

/** What a terminal's printers printed, and when their paper was otherwise. */
public final class PrintBook {
  private final Database database;

  PrintBook(Database database) {
    this.database = database;
  }

  /** When a printer's paper was otherwise, the earliest first. */
  public List<Paper> papers(Topics of, String device, Instant from) throws SQLException {
    Dialect dialect = database.dialect();
    try (PreparedStatement select =
        database.prepare(
            "SELECT at, "
                + dialect.text("paper")
                + " AS paper FROM report WHERE hall = ? AND terminal = ? AND type = 'deviceChanged'"
                + " AND at >= ? AND "
                + dialect.text("device")
                + " = ? AND "
                + dialect.text("paper")
                + " IS NOT NULL ORDER BY at, number")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setLong(3, from.toEpochMilli());
      select.setString(4, device);
      List<Paper> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Paper(Instant.ofEpochMilli(row.getLong("at")), row.getString("paper")));
        }
      }
      return found;
    }
  }

  /** What was printed, by the name it is counted under, the earliest first. */
  public List<Printed> printed(Topics of, String counter, Instant from) throws SQLException {
    String count = database.dialect().count(counter);
    try (PreparedStatement select =
        database.prepare(
            "SELECT at, "
                + count
                + " AS printed FROM report WHERE hall = ? AND terminal = ? AND type = 'counted'"
                + " AND at >= ? AND "
                + count
                + " IS NOT NULL ORDER BY at, number")) {
      select.setString(1, of.hall());
      select.setString(2, of.terminal());
      select.setLong(3, from.toEpochMilli());
      List<Printed> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Printed(Instant.ofEpochMilli(row.getLong("at")), row.getLong("printed")));
        }
      }
      return found;
    }
  }
}
