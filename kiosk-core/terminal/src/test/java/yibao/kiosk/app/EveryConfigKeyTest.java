package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.app.command.DoctorCommand;

/**
 * Goes through the schema itself and breaks each key of it in every way a schema can tell: a wrong
 * type, out of range, written wrongly, missing, unknown. {@code doctor} names file, line, key and
 * what to write.
 */
class EveryConfigKeyTest {

  private static final ObjectMapper YAML =
      new YAMLMapper(
          YAMLMapper.builder().disable(YAMLGenerator.Feature.SPLIT_LINES).build().getFactory());

  /** Of which a terminal has only one; the schema knows them all. */
  private static final String FURTHER =
      """
      hours: {special: [{from: '2027-02-05', to: '2027-02-06', hours: ['09:00-12:00'], reason: 检修}],
        restDays: ['09:00-12:00']}
      devices:
        idCard: {serial: {port: /dev/id, baud: 115200}}
        codeCamera: {label: HD, lamp: /sys/class/leds/lamp}
        printer: {network: {host: 10.1.2.9, port: 9100}, usb: /dev/usb/lp0}
      """;

  private static JsonNode schema;
  private static ObjectNode whole;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        EveryConfigKeyTest.class.getResourceAsStream("/schema/terminal.schema.json")) {
      schema = new ObjectMapper().readTree(in);
    }
    whole = (ObjectNode) YAML.readTree(BrokenConfigTest.whole());
    ((ObjectNode) whole.get("hours")).remove("special");
    YAML.readerForUpdating(whole).readValue(FURTHER);
  }

  /** Something that is wrong in one place. */
  private record Breach(String pointer, String how, JsonNode value) {}

  @TestFactory
  Stream<DynamicTest> doctor_tells_of_a_broken_key_where_it_stands_and_what_to_write() {
    List<Breach> breaches = new ArrayList<>();
    walk(schema, "", breaches);
    return breaches.stream()
        .map(
            breach ->
                DynamicTest.dynamicTest(
                    breach.pointer() + " " + breach.how(), () -> isTold(breach)));
  }

  @Test
  void no_key_of_the_schema_is_without_words_for_what_to_write() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys("", schema, keys);
    keys.forEach(
        (key, node) ->
            assertFalse(
                node.path("description").asText(meant(node).path("description").asText()).isEmpty(),
                key));
    assertTrue(keys.size() > 80, keys.size() + " keys");
  }

  private void isTold(Breach breach) throws IOException {
    ObjectNode broken = whole.deepCopy();
    int slash = breach.pointer().lastIndexOf('/');
    String key = breach.pointer().substring(slash + 1);
    switch (broken.at(breach.pointer().substring(0, slash))) {
      case ObjectNode around when breach.value().isMissingNode() -> around.remove(key);
      case ObjectNode around -> around.set(key, breach.value());
      case ArrayNode around -> around.set(Integer.parseInt(key), breach.value());
      case JsonNode other -> throw new AssertionError(breach.pointer() + " in " + other);
    }
    Path file = folder.resolve("terminal.yaml");
    YAML.writeValue(file.toFile(), broken);

    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new DoctorCommand())
            .setOut(new PrintWriter(out))
            .execute("--config", file.toString());

    assertEquals(1, code, out.toString());
    assertTrue(out.toString().contains("发现 1 个问题"), out.toString());
    String told =
        out.toString().lines().filter(it -> it.contains("terminal.yaml:")).findFirst().orElse("");
    assertTrue(
        told.contains(key.matches("\\d+") ? breach.pointer().substring(1).replace('/', '.') : key),
        out.toString());
    assertTrue(told.contains(breach.how().equals("unknown") ? "改正拼写" : "要写成："), out.toString());
    int line = Integer.parseInt(told.replaceAll(".*terminal\\.yaml:(\\d+): .*", "$1"));
    String there = Files.readAllLines(file).get(line - 1);
    if (!breach.value().isMissingNode() && !key.matches("\\d+")) {
      assertTrue(there.contains(key), line + ": " + there);
    }
  }

  /** Every way in which a node of the schema, and those within it, can be violated. */
  private static void walk(JsonNode node, String pointer, List<Breach> into) {
    JsonNode meant = meant(node);
    if (!pointer.isEmpty()) {
      wrongTypes(meant).forEach(value -> into.add(new Breach(pointer, "as " + value, value)));
      outOfRange(meant).forEach(value -> into.add(new Breach(pointer, "as " + value, value)));
    }
    if (meant.path("additionalProperties").isBoolean()) {
      into.add(
          new Breach(pointer + "/neverHeardOf", "unknown", JsonNodeFactory.instance.textNode("x")));
    }
    meant
        .path("required")
        .forEach(
            key ->
                into.add(
                    new Breach(
                        pointer + "/" + key.asText(), "missing", MissingNode.getInstance())));
    meant
        .path("properties")
        .properties()
        .forEach(child -> walk(child.getValue(), pointer + "/" + child.getKey(), into));
    if (meant.has("items")) {
      walk(meant.path("items"), pointer + "/0", into);
    }
  }

  private static List<JsonNode> wrongTypes(JsonNode meant) {
    List<String> right =
        meant.path("type").isArray()
            ? StreamSupport.stream(meant.path("type").spliterator(), false)
                .map(JsonNode::asText)
                .toList()
            : List.of(meant.path("type").asText());
    JsonNodeFactory make = JsonNodeFactory.instance;
    Map<String, JsonNode> one = new LinkedHashMap<>();
    one.put("string", make.textNode("文字"));
    one.put("integer", make.numberNode(7));
    one.put("boolean", make.booleanNode(true));
    one.put("object", make.objectNode().put("x", 1));
    one.put("array", make.arrayNode().add(1));
    one.put("null", make.nullNode());
    one.keySet().removeAll(right);
    return List.copyOf(one.values());
  }

  private static List<JsonNode> outOfRange(JsonNode meant) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    List<JsonNode> values = new ArrayList<>();
    if (meant.has("minimum")) {
      values.add(make.numberNode(meant.path("minimum").asInt() - 1));
    }
    if (meant.has("maximum")) {
      values.add(make.numberNode(meant.path("maximum").asInt() + 1));
    }
    if (meant.path("minLength").asInt() > 0) {
      values.add(make.textNode(""));
    }
    if (meant.has("pattern")) {
      Pattern pattern = Pattern.compile(meant.path("pattern").asText());
      List<String> wrong =
          Stream.of("", " ", "?", "x y z".repeat(20))
              .filter(text -> !pattern.matcher(text).find())
              .toList();
      assertFalse(wrong.isEmpty(), "nothing is refused by " + pattern);
      wrong.forEach(text -> values.add(make.textNode(text)));
    }
    return values;
  }

  private static void keys(String path, JsonNode node, Map<String, JsonNode> into) {
    meant(node)
        .path("properties")
        .properties()
        .forEach(
            child -> {
              String key = path + "." + child.getKey();
              into.put(key, child.getValue());
              keys(key, child.getValue(), into);
            });
    if (meant(node).has("items")) {
      into.put(path + "[]", meant(node).path("items"));
      keys(path + "[]", meant(node).path("items"), into);
    }
  }

  private static JsonNode meant(JsonNode node) {
    return node.has("$ref") ? schema.at(node.path("$ref").asText().substring(1)) : node;
  }
}
