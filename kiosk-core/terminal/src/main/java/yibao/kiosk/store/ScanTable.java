package yibao.kiosk.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import yibao.kiosk.record.Attachment;

/** Reading and writing tables {@code scan} and {@code scan_holder}; for the writer's thread. */
final class ScanTable {
  private final RecordCipher cipher;

  ScanTable(RecordCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * A scan and the key its file is encrypted under.
   *
   * @param keptAt milliseconds since 1970
   */
  record Row(Scans.Scan scan, long keptAt, DataKey key) {}

  void write(Connection connection, Row row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO scan (digest, media_type, size, kept_at, secret)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, row.scan().digest());
      insert.setString(2, row.scan().mediaType());
      insert.setInt(3, row.scan().size());
      insert.setLong(4, row.keptAt());
      insert.setBytes(5, cipher.encrypt(place(row.scan()), secret(row.key())));
      insert.executeUpdate();
    }
  }

  Optional<Row> find(Connection connection, String digest) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM scan WHERE digest = ?")) {
      select.setString(1, digest);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(row(rows)) : Optional.empty();
      }
    }
  }

  Set<String> digests(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT digest FROM scan")) {
      return new TreeSet<>(strings(select));
    }
  }

  /** Forgets every unheld scan kept before a time, and says which. */
  List<String> deleteUnheldKeptBefore(Connection connection, long time) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM scan WHERE kept_at < ?"
                + " AND digest NOT IN (SELECT digest FROM scan_holder) RETURNING digest")) {
      delete.setLong(1, time);
      return strings(delete);
    }
  }

  /** Forgets one scan unless it is held, and says whether. */
  boolean deleteUnheld(Connection connection, String digest) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM scan WHERE digest = ?"
                + " AND digest NOT IN (SELECT digest FROM scan_holder)")) {
      delete.setString(1, digest);
      return delete.executeUpdate() == 1;
    }
  }

  /**
   * Notes that a holder needs these scans from now on, and no others.
   *
   * @throws IllegalArgumentException when one of them is not kept here
   */
  void hold(Connection connection, String holder, List<Attachment> attachments)
      throws SQLException {
    for (Attachment attachment : attachments) {
      if (find(connection, attachment.digest()).isEmpty()) {
        throw new IllegalArgumentException("a scan is named that is not kept here");
      }
    }
    release(connection, holder);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO scan_holder (holder, digest) VALUES (?, ?)")) {
      for (Attachment attachment : attachments) {
        insert.setString(1, holder);
        insert.setString(2, attachment.digest());
        insert.executeUpdate();
      }
    }
  }

  /** Notes that a holder needs no scan any more. */
  void release(Connection connection, String holder) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM scan_holder WHERE holder = ?")) {
      delete.setString(1, holder);
      delete.executeUpdate();
    }
  }

  /** Writes every scan's key anew under the current data key; the files stay as they are. */
  int encryptAgain(Connection connection) throws SQLException {
    List<Row> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM scan")) {
      while (rows.next()) {
        all.add(row(rows));
      }
    }
    for (Row row : all) {
      write(connection, row);
    }
    return all.size();
  }

  private Row row(ResultSet rows) throws SQLException {
    Scans.Scan scan =
        new Scans.Scan(rows.getString("digest"), rows.getString("media_type"), rows.getInt("size"));
    byte[] secret = cipher.decrypt(place(scan), rows.getBytes("secret"));
    return new Row(scan, rows.getLong("kept_at"), key(secret));
  }

  private static byte[] secret(DataKey key) {
    byte[] word = key.cipher().word().getBytes(StandardCharsets.US_ASCII);
    byte[] secret = new byte[DataKey.LENGTH + word.length];
    System.arraycopy(key.material(), 0, secret, 0, DataKey.LENGTH);
    System.arraycopy(word, 0, secret, DataKey.LENGTH, word.length);
    return secret;
  }

  private static DataKey key(byte[] secret) {
    byte[] material = Arrays.copyOf(secret, DataKey.LENGTH);
    String word =
        new String(
            secret, DataKey.LENGTH, secret.length - DataKey.LENGTH, StandardCharsets.US_ASCII);
    return new DataKey(ScanKeys.ID, material, DataCipher.of(word).orElseThrow());
  }

  /** Binds the key to all of its row that must not be exchanged. */
  private static String place(Scans.Scan scan) {
    return "scan/" + scan.digest() + "/" + scan.size() + "/" + scan.mediaType();
  }

  private static List<String> strings(PreparedStatement statement) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
