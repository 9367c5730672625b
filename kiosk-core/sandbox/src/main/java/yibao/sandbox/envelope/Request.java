package yibao.sandbox.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A request whose envelope has been checked.
 *
 * @param infno transaction number
 * @param msgid the sender's message number
 * @param place mdtrtarea_admvs, where the sender stands
 * @param insuredPlace insuplc_admdvs
 * @param organisation fixmedins_code
 * @param operator opter
 * @param device dev_no
 * @param signNumber sign_no
 * @param input the transaction's own object
 */
public record Request(
    String infno,
    String msgid,
    String place,
    Optional<String> insuredPlace,
    String organisation,
    String operator,
    Optional<String> device,
    Optional<String> signNumber,
    JsonNode input) {

  /** The object {@code node} of the input; missing when there is none. */
  public JsonNode input(String node) {
    return input.path(node);
  }
}
