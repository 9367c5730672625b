package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is asked in one transaction.
 *
 * @param infno transaction
 * @param insuredPlace insuplc_admdvs; needed whenever the input names a person
 * @param input the transaction's own object
 */
record Message(String infno, Optional<String> insuredPlace, ObjectNode input) {

  /** A message whose input is one object called {@code node}. */
  static Message of(String infno, Optional<String> insuredPlace, String node, JsonNode content) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set(node, content);
    return new Message(infno, insuredPlace, input);
  }

  @Override
  public String toString() {
    return "Message[" + infno + "]";
  }
}
