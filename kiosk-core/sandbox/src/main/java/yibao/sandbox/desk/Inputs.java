package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import yibao.sandbox.envelope.Field;

/** Reads the object a transaction takes. */
final class Inputs {

  private final JsonNode node;

  Inputs(JsonNode node) {
    this.node = node;
  }

  /** What is wrong with the first bad field; empty when all are right. */
  Optional<String> fault(List<Field> fields) {
    return node.isObject()
        ? fields.stream().flatMap(field -> field.faultIn(node).stream()).findFirst()
        : Optional.of("input 缺少本交易的节点");
  }

  /** A field that has been checked to be there. */
  String text(String name) {
    return optional(name).orElseThrow();
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(node.path(name).textValue()).filter(it -> !it.isBlank());
  }

  /** A day as {@code yyyy-MM-dd}; empty when the field is missing or no such day exists. */
  Optional<LocalDate> day(String name) {
    try {
      return optional(name).map(LocalDate::parse);
    } catch (DateTimeParseException fault) {
      return Optional.empty();
    }
  }
}
