package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JSON schema of a file, and what its violations are called. */
final class Schema {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers -> mappers.mapPrefix("https://yibao.invalid/", "classpath:schema/")));

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "文字（数字要加引号）",
          "integer", "整数",
          "boolean", "true 或 false",
          "object", "键值",
          "array", "列表",
          "null", "空");

  private final JsonSchema schema;
  private final boolean described;

  /**
   * The schema in this resource.
   *
   * @param resource the file's name in the folder {@code schema}
   */
  Schema(String resource) {
    this(resource, false);
  }

  /** The same for a schema whose descriptions tell people what to write. */
  static Schema described(String resource) {
    return new Schema(resource, true);
  }

  private Schema(String resource, boolean described) {
    this.described = described;
    var config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    schema = FACTORY.getSchema(SchemaLocation.of("https://yibao.invalid/" + resource), config);
    schema.initializeValidators();
  }

  /** Adds every violation to the faults. */
  void check(PackFile file, Faults faults) {
    for (ValidationMessage violation : schema.validate(file.root())) {
      faults.add(fault(file, violation));
    }
  }

  private Fault fault(PackFile file, ValidationMessage violation) {
    Fault fault = plain(file, violation);
    return shape(violation)
        .map(shape -> new Fault(fault.file(), fault.line(), fault.message(), "要写成：" + shape))
        .orElse(fault);
  }

  /** What the schema itself says a value has to look like. */
  private Optional<String> shape(ValidationMessage violation) {
    if (!described || violation.getType().equals("additionalProperties")) {
      return Optional.empty();
    }
    String keyword = violation.getSchemaLocation().getFragment().toString();
    // A schema may refer to one in another file.
    JsonNode root =
        FACTORY
            .getSchema(SchemaLocation.of(violation.getSchemaLocation().getAbsoluteIri().toString()))
            .getSchemaNode();
    JsonNode within = root.at(keyword.substring(0, keyword.lastIndexOf('/')));
    JsonNode meant =
        violation.getType().equals("required")
            ? within.path("properties").path(violation.getProperty())
            : within;
    JsonNode target = meant.has("$ref") ? root.at(meant.path("$ref").asText().substring(1)) : meant;
    return Optional.of(meant.path("description").asText(target.path("description").asText()))
        .filter(shape -> !shape.isEmpty());
  }

  private Fault plain(PackFile file, ValidationMessage violation) {
    String pointer = violation.getInstanceLocation().toString();
    String key = described ? path(pointer) : name(file, pointer);
    String property = violation.getProperty();
    String argument =
        Arrays.stream(violation.getArguments())
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    return switch (violation.getType()) {
      case "required" ->
          new Fault(
              file.name(),
              file.line(pointer),
              "缺少“%s”".formatted(property),
              "在%s里补上“%s”".formatted(key, property));
      case "additionalProperties" ->
          new Fault(
              file.name(),
              file.line(PackFile.child(pointer, property)),
              "不认识的键“%s”".formatted(property),
              "改正拼写，或删去这一行");
      case "type" ->
          new Fault(
              file.name(),
              file.line(pointer),
              "%s的值类型不对".formatted(key),
              "现在是%s，应为%s".formatted(types(actual(violation)), types(expected(violation))));
      case "enum" ->
          new Fault(
              file.name(),
              file.line(pointer),
              "%s的值不在允许的取值中".formatted(key),
              "改为 " + argument.replaceAll("[\\[\\]\"]", "") + " 之一");
      case "pattern" ->
          new Fault(file.name(), file.line(pointer), "%s的写法不对".formatted(key), "要符合 " + argument);
      case "minItems", "minProperties", "minLength" ->
          new Fault(file.name(), file.line(pointer), "%s是空的或太少".formatted(key), "补上内容，或删去这个键");
      case "minimum" ->
          new Fault(file.name(), file.line(pointer), "%s太小".formatted(key), "至少为 " + argument);
      case "maximum" ->
          new Fault(file.name(), file.line(pointer), "%s太大".formatted(key), "至多为 " + argument);
      case "maxItems" ->
          new Fault(
              file.name(), file.line(pointer), "%s太多".formatted(key), "至多 " + argument + " 个");
      default ->
          new Fault(
              file.name(),
              file.line(pointer),
              "%s：%s".formatted(key, violation.getMessage()),
              "按指南改写");
    };
  }

  private static String actual(ValidationMessage violation) {
    return String.valueOf(violation.getArguments()[0]);
  }

  private static String expected(ValidationMessage violation) {
    return String.valueOf(violation.getArguments()[1]);
  }

  /** The schema's names of types in people's words. */
  private static String types(String names) {
    return Pattern.compile("[a-z]+")
        .matcher(names)
        .results()
        .map(name -> TYPES.getOrDefault(name.group(), name.group()))
        .collect(Collectors.joining("或"));
  }

  /** All keys on the way to the node, as manuals write them: {@code devices.printer.dots}. */
  private static String path(String pointer) {
    return pointer.isEmpty() ? "文件最外层" : pointer.substring(1).replace('/', '.');
  }

  /** What people would call the node: its key, or its place in a sequence. */
  private static String name(PackFile file, String pointer) {
    int slash = pointer.lastIndexOf('/');
    if (slash < 0) {
      return "文件最外层";
    }
    String key = pointer.substring(slash + 1);
    String parent = pointer.substring(0, slash);
    return file.root().at(parent).isArray()
        ? "%s的第 %d 个".formatted(name(file, parent), Integer.parseInt(key) + 1)
        : "“" + key + "”";
  }
}
