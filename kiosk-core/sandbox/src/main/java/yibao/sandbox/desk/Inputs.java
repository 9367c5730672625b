package yibao.sandbox.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** The object of texts called {@code name}, blanks left out; empty when there is none. */
  Map<String, String> object(String name) {
    Map<String, String> texts = new TreeMap<>();
    node.path(name)
        .properties()
        .forEach(
            field -> {
              String text = field.getValue().asText("");
              if (!text.isBlank()) {
                texts.put(field.getKey(), text);
              }
            });
    return texts;
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

  /** The filled fields among {@code names}. */
  Map<String, String> texts(List<String> names) {
    Map<String, String> texts = new LinkedHashMap<>();
    names.forEach(name -> optional(name).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  /** The same input, with these fields where it has none of its own. */
  Inputs over(Map<String, String> under) {
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    under.forEach(both::put);
    node.properties().forEach(field -> both.set(field.getKey(), field.getValue()));
    return new Inputs(both);
  }

  /** SHA-256 over all fields, whatever their order. */
  String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(sorted(node).toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> sorted(JsonNode object) {
    Map<String, String> fields = new TreeMap<>();
    object
        .properties()
        .forEach(
            field ->
                fields.put(
                    field.getKey(),
                    field.getValue().isObject()
                        ? sorted(field.getValue()).toString()
                        : field.getValue().asText()));
    return fields;
  }
}
