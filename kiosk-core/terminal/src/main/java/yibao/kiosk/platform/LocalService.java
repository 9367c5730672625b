package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.platform.transport.Transport;

/** Calls to the terminal library's local service: one JSON object there, one back. */
final class LocalService {

  private final JsonMapper mapper = new JsonMapper();
  private final TerminalIdentity terminal;
  private final String businessType;
  private final Transport transport;

  LocalService(TerminalIdentity terminal, String businessType, Transport transport) {
    this.terminal = terminal;
    this.businessType = businessType;
    this.transport = transport;
  }

  /** How a call ended. */
  sealed interface Called {

    /**
     * The service answered.
     *
     * @param code its code
     * @param data its data, empty when there is none
     */
    record Answered(String code, Fields data) implements Called {}

    /** It did not, or not so that it can be understood. */
    record Failed(String cause) implements Called {}
  }

  /** Calls with the fields every call has and {@code fields}. */
  Called call(String transType, Map<String, String> fields) {
    ObjectNode request = mapper.createObjectNode();
    request.put("transType", transType);
    request.put("orgId", terminal.organisation());
    ObjectNode data =
        request
            .putObject("data")
            .put("orgId", terminal.organisation())
            .put("businessType", businessType)
            .put("operatorId", terminal.operator())
            .put("operatorName", terminal.operatorName())
            .put("officeId", terminal.organisation())
            .put("officeName", terminal.organisationName())
            .put("deviceType", "");
    fields.forEach(data::put);
    byte[] message = request.toString().getBytes(StandardCharsets.UTF_8);
    return switch (transport.send(transType, message)) {
      case Transport.Delivery.Answered(byte[] body) -> read(body);
      case Transport.Delivery.NotSent(String cause) -> new Called.Failed(cause);
      case Transport.Delivery.Lost(String cause) -> new Called.Failed(cause);
    };
  }

  private Called read(byte[] body) {
    try {
      JsonNode answer = mapper.readTree(body);
      Optional<String> code = new Fields(answer).text("code");
      return code.isPresent()
          ? new Called.Answered(code.get(), new Fields(data(answer.path("data"))))
          : new Called.Failed("platform.not-understood");
    } catch (IOException garbage) {
      return new Called.Failed("platform.not-understood");
    }
  }

  /** The data may be an object, or an object written as text. */
  private JsonNode data(JsonNode data) throws IOException {
    return data.isTextual() ? mapper.readTree(data.textValue()) : data;
  }

  /** The holder an answer describes. */
  static PresentedCredential.ElectronicVoucher holder(Fields data) {
    return new PresentedCredential.ElectronicVoucher(
        data.required("ecToken"),
        data.required("idNo"),
        data.required("userName"),
        data.text("idType").orElse(""));
  }
}
