package yibao.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  private final ObjectMapper json = MessageJson.mapper();
  private final JsonSchema schema = schema();

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

  private static JsonSchema schema() {
    try (InputStream in = MessageCodec.class.getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the schema cannot be read", e);
    }
  }
}
