package yibao.kiosk.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yibao.kiosk.packs.CheckedYaml;
import yibao.kiosk.packs.Fault;

/** The configuration as a file: YAML that {@code schema/terminal.schema.json} describes. */
final class ConfigFile {
  static final String SCHEMA = "terminal.schema.json";

  /** A file that the service manager hands over, in {@code $CREDENTIALS_DIRECTORY}. */
  private static final String CREDENTIAL = "credential:";

  private ConfigFile() {}

  static TerminalConfig read(Path file) {
    return switch (CheckedYaml.read(file, SCHEMA)) {
      case CheckedYaml.Faulty(List<Fault> faults) -> throw unusable(faults);
      case CheckedYaml.Content content -> convert(file, content, "");
    };
  }

  static String write(TerminalConfig config) throws JsonProcessingException {
    return mapper().writeValueAsString(config);
  }

  /**
   * What a schema cannot say is said by the values themselves, one fault at a time.
   *
   * @param within JSON pointer of the configuration in the file
   */
  static TerminalConfig convert(Path file, CheckedYaml.Content content, String within) {
    try {
      return mapper().treeToValue(content.root().at(within), TerminalConfig.class);
    } catch (JsonProcessingException e) {
      Optional<TerminalConfig.Unusable> told =
          Optional.ofNullable(e.getCause())
              .filter(TerminalConfig.Unusable.class::isInstance)
              .map(TerminalConfig.Unusable.class::cast);
      String key =
          told.map(TerminalConfig.Unusable::key).filter(k -> !k.isEmpty()).orElseGet(() -> path(e));
      throw unusable(
          List.of(
              new Fault(
                  file.toString(),
                  content.line().applyAsInt(within + "/" + key.replace('.', '/')),
                  key.isEmpty() ? "不能用" : key + "的值不能用",
                  told.map(Throwable::getMessage).orElse("照样例 terminal.example.yaml 改写"))));
    }
  }

  private static String path(JsonProcessingException fault) {
    return fault instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(reference -> String.valueOf(reference.getFieldName()))
            .collect(Collectors.joining("."))
        : "";
  }

  static TerminalConfig.Unusable unusable(List<Fault> faults) {
    return new TerminalConfig.Unusable(
        faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
  }

  private static ObjectMapper mapper() {
    return YAMLMapper.builder()
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .build()
        .registerModule(new Jdk8Module())
        .registerModule(
            new SimpleModule()
                .addDeserializer(Path.class, new Paths())
                .addSerializer(Path.class, ToStringSerializer.instance))
        .setSerializationInclusion(JsonInclude.Include.NON_ABSENT)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  /** A path, or the name of a credential. */
  private static final class Paths extends StdScalarDeserializer<Path> {
    private static final long serialVersionUID = 1L;

    Paths() {
      super(Path.class);
    }

    @Override
    public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String written = parser.getText();
      if (!written.startsWith(CREDENTIAL)) {
        return Path.of(written);
      }
      String name = written.substring(CREDENTIAL.length());
      return Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY"))
          .filter(_ -> name.matches("[A-Za-z0-9._-]+"))
          .map(directory -> Path.of(directory, name))
          .orElseThrow(
              () ->
                  JsonMappingException.from(
                      parser,
                      "no credential",
                      new TerminalConfig.Unusable(
                          "服务管理器没有交来 "
                              + name
                              + "；在服务单元里写 LoadCredentialEncrypted="
                              + name
                              + "，并由服务管理器启动")));
    }
  }
}
