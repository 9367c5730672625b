package yibao.sandbox.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What the platform answers, without the envelope's own fields.
 *
 * @param code infcode
 * @param message err_msg, empty on success
 * @param output the transaction's own answer
 */
public record Answer(int code, String message, JsonNode output) {

  /** A transaction that succeeded. */
  public static Answer of(JsonNode output) {
    return new Answer(Codes.SUCCESS, "", output);
  }

  /** A transaction that was refused. */
  public static Answer refused(int code, String message) {
    return new Answer(code, message, JsonNodeFactory.instance.objectNode());
  }
}
