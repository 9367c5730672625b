package yibao.kiosk.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers people left who want a reply: encrypted, each for its own task. */
final class ContactColumn {
  private final RecordCipher cipher;

  ContactColumn(RecordCipher cipher) {
    this.cipher = cipher;
  }

  byte[] encrypted(String about, String phone) {
    return cipher.encrypt(place(about), phone.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(String about) {
    return "staff_task/" + about + "/contact";
  }

  /** The number of an open task, for whoever sees to it. */
  Optional<String> of(Connection connection, long task, String owner) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT about, contact FROM staff_task"
                + " WHERE id = ? AND owner = ? AND done_at IS NULL AND contact IS NOT NULL")) {
      select.setLong(1, task);
      select.setString(2, owner);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new String(
                    cipher.decrypt(place(row.getString("about")), row.getBytes("contact")),
                    StandardCharsets.UTF_8))
            : Optional.empty();
      }
    }
  }

  /** Forgets those left before; that one was left stays known. */
  static int forget(Connection connection, Instant leftBefore) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE staff_task SET contact = NULL"
                + " WHERE contact IS NOT NULL AND contact_left_at < ?")) {
      update.setLong(1, leftBefore.toEpochMilli());
      return update.executeUpdate();
    }
  }

  /** Writes all of them anew under the current key. There are few. */
  int encryptAgain(Connection connection) throws SQLException {
    Map<String, byte[]> kept = new LinkedHashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT about, contact FROM staff_task WHERE contact IS NOT NULL");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String about = row.getString("about");
        kept.put(
            about, cipher.encrypt(place(about), cipher.decrypt(place(about), row.getBytes(2))));
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE staff_task SET contact = ? WHERE about = ? AND contact IS NOT NULL")) {
      for (Map.Entry<String, byte[]> one : kept.entrySet()) {
        update.setBytes(1, one.getValue());
        update.setString(2, one.getKey());
        update.executeUpdate();
      }
    }
    return kept.size();
  }
}
