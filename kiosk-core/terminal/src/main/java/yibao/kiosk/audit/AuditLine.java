package yibao.kiosk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the record: {@code <hash> <JSON>}.
 *
 * <p>The hash is SHA-256 over the hash of the line before it, one space, and the JSON, all as they
 * stand in the file, so that {@code printf '%s %s' "$before" "$json" | sha256sum} checks a line by
 * hand.
 *
 * @param number position in the whole record, from 1
 * @param before hash of the line before, which also stands in the JSON's {@code before} in the
 *     first line of each file
 */
record AuditLine(long number, String hash, String json, Optional<String> before) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HASH = 64;

  /** Makes the line that follows the chain's end. */
  static AuditLine after(Anchor end, Instant at, AuditEntry entry, boolean firstOfFile) {
    ObjectNode node = JSON.createObjectNode();
    node.put("n", end.number() + 1);
    node.put("at", at.toString());
    node.put("role", entry.role().name().toLowerCase(Locale.ROOT));
    node.put("what", entry.what());
    entry.subject().ifPresent(subject -> node.put("subject", subject));
    node.put("outcome", entry.outcome());
    if (firstOfFile) {
      node.put("before", end.hash());
    }
    try {
      String json = JSON.writeValueAsString(node);
      return new AuditLine(
          end.number() + 1,
          hash(end.hash(), json),
          json,
          firstOfFile ? Optional.of(end.hash()) : Optional.empty());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings is always JSON", e);
    }
  }

  /**
   * Reads a line.
   *
   * @return empty where it is none
   */
  static Optional<AuditLine> parse(String text) {
    if (!text.matches("(?s)[0-9a-f]{64} \\{.*")) {
      return Optional.empty();
    }
    String json = text.substring(HASH + 1);
    try {
      JsonNode node = JSON.readTree(json);
      return Optional.of(
          new AuditLine(
              node.path("n").longValue(),
              text.substring(0, HASH),
              json,
              Optional.ofNullable(node.get("before")).map(JsonNode::textValue)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether the line's hash is right behind this one. */
  boolean follows(String hashBefore) {
    return hash.equals(hash(hashBefore, json));
  }

  Anchor anchor() {
    return new Anchor(number, hash);
  }

  /** The line as it stands in the file, with its end. */
  byte[] bytes() {
    return (hash + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String before, String json) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((before + " " + json).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
