package yibao.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;

/** Messages as bytes and back. What comes from outside is read only where it keeps the schema. */
public final class MessageCodec {

  /** The longest message that is read, in bytes. */
  public static final int MOST_BYTES = 32 * 1024;

  private static final String SCHEMA = "telemetry-1.schema.json";

  private static final String CLOSED = "additionalProperties";

  private final ObjectMapper json;
  private final JsonSchema schema;

  private MessageCodec(ObjectMapper json, JsonNode schema) {
    this.json = json;
    this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  /** Reads what keeps the schema to the letter: what a terminal is told. */
  public static MessageCodec strict() {
    return new MessageCodec(MessageJson.mapper(), schema());
  }

  /**
   * Leaves out the fields that only a newer program knows, and reads the rest: what terminals tell
   * a monitor, so that they can be updated in any order. What is left out is kept nowhere.
   */
  public static MessageCodec tolerant() {
    JsonNode schema = schema();
    for (JsonNode parent : schema.findParents(CLOSED)) {
      if (parent.path(CLOSED).isBoolean()) {
        ((ObjectNode) parent).remove(CLOSED);
      }
    }
    return new MessageCodec(
        MessageJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), schema);
  }

  /** What bytes were. */
  public sealed interface Read {
    /** A message. */
    record Understood(Message message) implements Read {}

    /** Longer than any message of ours. */
    record Oversize() implements Read {}

    /** Not JSON, of another version, or not as the schema has it. */
    record Malformed() implements Read {}
  }

  /** Writes a message. */
  public byte[] write(Message message) {
    try {
      return json.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message of ours is always JSON", e);
    }
  }

  /** Reads what somebody published. */
  public Read read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Read.Oversize();
    }
    try {
      JsonNode tree = json.readTree(bytes);
      return schema.validate(tree).isEmpty()
          ? new Read.Understood(json.treeToValue(tree, Message.class))
          : new Read.Malformed();
    } catch (IOException | DateTimeException e) {
      return new Read.Malformed();
    }
  }

  private static JsonNode schema() {
    try (InputStream in = MessageCodec.class.getResourceAsStream(SCHEMA)) {
      return MessageJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the schema cannot be read", e);
    }
  }
}
