package yibao.kiosk.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A row of table {@code filing} as it lies in the file. Columns that may be NULL are null here.
 *
 * @param submittedAt milliseconds since 1970
 * @param settledAt milliseconds since 1970, null until the platform has answered
 * @param document the draft, encrypted
 * @param answer the platform's words, encrypted
 * @param digest keyed digest of the document, once the document is purged
 */
record FilingRow(
    String key,
    String region,
    int item,
    String state,
    String number,
    long submittedAt,
    Long settledAt,
    int attempts,
    String cause,
    byte[] document,
    byte[] answer,
    byte[] digest) {

  static final String COLUMNS =
      "key, region, item, state, number, submitted_at, settled_at, attempts, cause, document,"
          + " answer, digest, seal";

  /** One mark for each of {@link #COLUMNS}. */
  static final String MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  /**
   * Reads the row a result set stands on.
   *
   * @throws StoreFault when the row is not as this program wrote it
   */
  static FilingRow read(ResultSet rows, RecordCipher cipher) throws SQLException {
    long settledAt = rows.getLong("settled_at");
    FilingRow row =
        new FilingRow(
            rows.getString("key"),
            rows.getString("region"),
            rows.getInt("item"),
            rows.getString("state"),
            rows.getString("number"),
            rows.getLong("submitted_at"),
            rows.getObject("settled_at") == null ? null : settledAt,
            rows.getInt("attempts"),
            rows.getString("cause"),
            rows.getBytes("document"),
            rows.getBytes("answer"),
            rows.getBytes("digest"));
    if (!cipher.sealed(row.sealedBytes(), rows.getBytes("seal"))) {
      throw new StoreFault(
          StoreFault.DAMAGED, "filing " + row.key() + " was altered outside this program");
    }
    return row;
  }

  /** Sets all {@link #COLUMNS} from the first parameter on. */
  void bind(PreparedStatement statement, RecordCipher cipher) throws SQLException {
    statement.setString(1, key);
    statement.setString(2, region);
    statement.setInt(3, item);
    statement.setString(4, state);
    statement.setString(5, number);
    statement.setLong(6, submittedAt);
    statement.setObject(7, settledAt);
    statement.setInt(8, attempts);
    statement.setString(9, cause);
    statement.setBytes(10, document);
    statement.setBytes(11, answer);
    statement.setBytes(12, digest);
    statement.setBytes(13, cipher.seal(sealedBytes()));
  }

  /** Writes the row in place of the one with its key. */
  void update(Connection connection, RecordCipher cipher) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE filing SET (" + COLUMNS + ") = (" + MARKS + ") WHERE key = ?")) {
      bind(update, cipher);
      update.setString(14, key);
      update.executeUpdate();
    }
  }

  FilingRow sending() {
    return new FilingRow(
        key,
        region,
        item,
        "UNCONFIRMED",
        number,
        submittedAt,
        settledAt,
        attempts + 1,
        null,
        document,
        answer,
        digest);
  }

  FilingRow answered(
      String newState, String newNumber, String newCause, byte[] newAnswer, Long newSettledAt) {
    return new FilingRow(
        key,
        region,
        item,
        newState,
        newNumber,
        submittedAt,
        newSettledAt,
        attempts,
        newCause,
        document,
        newAnswer,
        digest);
  }

  FilingRow purged(byte[] documentDigest) {
    return new FilingRow(
        key,
        region,
        item,
        state,
        number,
        submittedAt,
        settledAt,
        attempts,
        cause,
        null,
        null,
        documentDigest);
  }

  FilingRow encryptedAgain(byte[] newDocument, byte[] newAnswer) {
    return new FilingRow(
        key,
        region,
        item,
        state,
        number,
        submittedAt,
        settledAt,
        attempts,
        cause,
        newDocument,
        newAnswer,
        digest);
  }

  static String documentPlace(String key) {
    return "filing/" + key + "/document";
  }

  /** What the filing is called as a holder of scans. */
  static String holder(String key) {
    return "filing/" + key;
  }

  static String answerPlace(String key) {
    return "filing/" + key + "/answer";
  }

  /** All columns, each with its length, so that no two rows give the same bytes. */
  private byte[] sealedBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Object column :
          Arrays.asList(
              key, region, item, state, number, submittedAt, settledAt, attempts, cause)) {
        out.writeBoolean(column != null);
        out.writeUTF(column == null ? "" : column.toString());
      }
      for (byte[] column : Arrays.asList(document, answer)) {
        out.writeInt(column == null ? -1 : column.length);
        out.write(column == null ? new byte[0] : column);
      }
      if (digest != null) {
        // Rows from before there were digests are sealed without.
        out.write(digest);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }
}
