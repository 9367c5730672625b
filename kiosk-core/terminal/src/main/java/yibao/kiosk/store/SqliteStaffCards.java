package yibao.kiosk.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Staff's cards in the terminal's database, and in memory as they stand there: they are few. */
public final class SqliteStaffCards implements StaffCards {
  private final WriterThread writer;
  private final RecordCipher cipher;
  private volatile List<Kept> kept;

  private record Kept(byte[] card, Holder holder) {}

  /** Reads the cards of a store. */
  public SqliteStaffCards(SqliteStore store) {
    this.writer = store.writer();
    this.cipher = store.cipher();
    this.kept = writer.read(SqliteStaffCards::readAll);
  }

  @Override
  public boolean register(String card, Holder holder) {
    if (holder(card).filter(other -> !other.number().equals(holder.number())).isPresent()) {
      return false;
    }
    byte[] digest = cipher.seal(row(card));
    kept =
        writer.write(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT OR REPLACE INTO staff_card"
                          + " (number, card, pin, registered_by, registered_at)"
                          + " VALUES (?, ?, ?, ?, ?)")) {
                insert.setString(1, holder.number());
                insert.setBytes(2, digest);
                insert.setString(3, holder.pin());
                insert.setString(4, holder.by());
                insert.setLong(5, holder.at().toEpochMilli());
                insert.executeUpdate();
              }
              return readAll(connection);
            });
    return true;
  }

  @Override
  public Optional<Holder> holder(String card) {
    byte[] row = row(card);
    return kept.stream().filter(it -> is(row, it.card())).findFirst().map(Kept::holder);
  }

  /** A digest under a key this machine no longer has is nobody's: the card is registered anew. */
  private boolean is(byte[] row, byte[] digest) {
    try {
      return cipher.sealed(row, digest);
    } catch (StoreFault keyMissing) {
      return false;
    }
  }

  @Override
  public List<Holder> all() {
    return kept.stream().map(Kept::holder).toList();
  }

  @Override
  public boolean remove(String number) {
    boolean known = all().stream().anyMatch(it -> it.number().equals(number));
    kept =
        writer.write(
            connection -> {
              try (PreparedStatement delete =
                  connection.prepareStatement("DELETE FROM staff_card WHERE number = ?")) {
                delete.setString(1, number);
                delete.executeUpdate();
              }
              return readAll(connection);
            });
    return known;
  }

  private static List<Kept> readAll(Connection connection) throws SQLException {
    List<Kept> all = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT * FROM staff_card ORDER BY number");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new Kept(
                row.getBytes("card"),
                new Holder(
                    row.getString("number"),
                    row.getString("pin"),
                    row.getString("registered_by"),
                    Instant.ofEpochMilli(row.getLong("registered_at")))));
      }
    }
    return List.copyOf(all);
  }

  private static byte[] row(String card) {
    return ("staff card " + card).getBytes(StandardCharsets.UTF_8);
  }
}
