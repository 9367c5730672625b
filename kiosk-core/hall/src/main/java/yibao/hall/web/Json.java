package yibao.hall.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import yibao.telemetry.MessageJson;

/** The contract's JSON. */
final class Json {
  private final ObjectMapper mapper = MessageJson.mapper();

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view is always JSON", e);
    }
  }

  JsonNode nothing() {
    return MissingNode.getInstance();
  }

  JsonNode read(String text) throws JsonProcessingException {
    return mapper.readTree(text);
  }
}
