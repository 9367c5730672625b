package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** Puts questions to the platform and reads the answers. */
final class Asking {

  /** Cause of a question that the province's profile has no transaction for. */
  static final String NOT_OFFERED = "platform.not-offered";

  private static final String NODE = "data";

  private final ProvinceProfile profile;
  private final Exchange exchange;

  Asking(ProvinceProfile profile, Exchange exchange) {
    this.profile = profile;
    this.exchange = exchange;
  }

  /** Asks about one person. */
  <T> Reply<T> about(
      Enquiries.Subject subject,
      Operation operation,
      ObjectNode input,
      Function<JsonNode, T> reader) {
    input.put("psn_no", subject.number());
    return ask(operation, Optional.of(subject.insuredPlace()), NODE, input, reader);
  }

  /** Asks about nobody in particular. */
  <T> Reply<T> ask(
      Operation operation, String node, ObjectNode input, Function<JsonNode, T> reader) {
    return ask(operation, Optional.empty(), node, input, reader);
  }

  private <T> Reply<T> ask(
      Operation operation,
      Optional<String> insuredPlace,
      String node,
      ObjectNode input,
      Function<JsonNode, T> reader) {
    Optional<String> infno = profile.infno(operation);
    return infno.isEmpty()
        ? new Reply.Unreachable<>(NOT_OFFERED)
        : reply(exchange.of(Message.of(infno.get(), insuredPlace, node, input)), reader);
  }

  /** What an ending means to somebody who asked. */
  static <T> Reply<T> reply(Ending ending, Function<JsonNode, T> reader) {
    return switch (ending) {
      case Ending.Done(JsonNode output) -> {
        try {
          yield new Reply.Answered<>(reader.apply(output));
        } catch (NotUnderstood fault) {
          yield new Reply.Unreachable<>("platform.not-understood");
        }
      }
      case Ending.Refused(String code, String words, _) -> new Reply.Refused<>(code, words);
      case Ending.NotSent(String cause) -> new Reply.Unreachable<>(cause);
      case Ending.Unknown(String cause) -> new Reply.Unreachable<>(cause);
    };
  }
}
