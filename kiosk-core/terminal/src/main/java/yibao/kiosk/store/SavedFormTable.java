package yibao.kiosk.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading and writing table {@code saved_form}; for the writer's thread. */
final class SavedFormTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecordCipher cipher;
  private final ScanTable scans;

  SavedFormTable(RecordCipher cipher) {
    this.cipher = cipher;
    this.scans = new ScanTable(cipher);
  }

  /** A form and whose it is. */
  record Form(String certificateNumber, String region, int item, SavedForm saved) {}

  void write(Connection connection, Form form) throws SQLException {
    byte[] owner = owner(form.certificateNumber());
    ObjectNode node = JSON.createObjectNode().put("person", form.certificateNumber());
    form.saved().values().forEach(node.putObject("values")::put);
    FilingDocument.write(form.saved().attachments(), node);
    String place = place(owner, form.region(), form.item());
    scans.hold(connection, place, form.saved().attachments());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO saved_form (owner, region, item, saved_at, document)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setBytes(1, owner);
      insert.setString(2, form.region());
      insert.setInt(3, form.item());
      insert.setLong(4, form.saved().savedAt().toEpochMilli());
      insert.setBytes(5, cipher.encrypt(place, JSON.writeValueAsBytes(node)));
      insert.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings is always JSON", e);
    }
  }

  Optional<Form> read(Connection connection, String certificateNumber, String region, int item)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM saved_form WHERE owner = ? AND region = ? AND item = ?")) {
      select.setBytes(1, owner(certificateNumber));
      select.setString(2, region);
      select.setInt(3, item);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(form(rows)) : Optional.empty();
      }
    }
  }

  void delete(Connection connection, String certificateNumber, String region, int item)
      throws SQLException {
    byte[] owner = owner(certificateNumber);
    scans.release(connection, place(owner, region, item));
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM saved_form WHERE owner = ? AND region = ? AND item = ?")) {
      delete.setBytes(1, owner);
      delete.setString(2, region);
      delete.setInt(3, item);
      delete.executeUpdate();
    }
  }

  int deleteSavedBefore(Connection connection, long time) throws SQLException {
    int deleted = 0;
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM saved_form WHERE saved_at < ? RETURNING owner, region, item")) {
      delete.setLong(1, time);
      try (ResultSet rows = delete.executeQuery()) {
        while (rows.next()) {
          scans.release(
              connection,
              place(rows.getBytes("owner"), rows.getString("region"), rows.getInt("item")));
          deleted++;
        }
      }
    }
    return deleted;
  }

  /** Writes all forms anew under the current key. There are few: they live for a day. */
  int encryptAgain(Connection connection) throws SQLException {
    List<Form> forms = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT * FROM saved_form")) {
        while (rows.next()) {
          forms.add(form(rows));
        }
      }
      statement.executeUpdate("DELETE FROM saved_form");
      statement.executeUpdate("DELETE FROM scan_holder WHERE holder LIKE 'saved_form/%'");
    }
    for (Form form : forms) {
      write(connection, form);
    }
    return forms.size();
  }

  private Form form(ResultSet row) throws SQLException {
    String region = row.getString("region");
    int item = row.getInt("item");
    byte[] document =
        cipher.decrypt(place(row.getBytes("owner"), region, item), row.getBytes("document"));
    try {
      JsonNode node = JSON.readTree(document);
      Map<String, String> values = new LinkedHashMap<>();
      node.required("values")
          .properties()
          .forEach(field -> values.put(field.getKey(), field.getValue().textValue()));
      return new Form(
          node.required("person").textValue(),
          region,
          item,
          new SavedForm(
              values,
              FilingDocument.readAttachments(node),
              Instant.ofEpochMilli(row.getLong("saved_at"))));
    } catch (IOException e) {
      // Jackson's message quotes the document, which is somebody's.
      throw new StoreFault(StoreFault.DAMAGED, "a decrypted form is not JSON");
    }
  }

  private byte[] owner(String certificateNumber) {
    return cipher.seal(("saved form " + certificateNumber).getBytes(StandardCharsets.UTF_8));
  }

  private static String place(byte[] owner, String region, int item) {
    return "saved_form/" + HexFormat.of().formatHex(owner) + "/" + region + "/" + item;
  }
}
