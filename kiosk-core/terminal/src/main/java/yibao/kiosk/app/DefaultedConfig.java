package yibao.kiosk.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.packs.CheckedYaml;
import yibao.kiosk.packs.Fault;

/**
 * A configuration with the hall's defaults under it. What a terminal says itself stands: a section
 * as a whole, and of {@code care}, which is partly the machine's own, each key.
 */
final class DefaultedConfig {
  private static final String SCHEMA = "defaults.schema.json";
  private static final String BY_KEY = "care";
  private static final ObjectMapper YAML = new YAMLMapper();

  private DefaultedConfig() {}

  /**
   * Reads both.
   *
   * @param own the terminal's file, which can be used
   * @param defaults the hall's
   * @throws TerminalConfig.Unusable which names the faults of the defaults: file and line, key,
   *     what to write
   */
  static TerminalConfig read(Path own, Path defaults) {
    ObjectNode root = tree(own);
    if (isBlank(defaults)) {
      return TerminalConfig.read(own);
    }
    return switch (CheckedYaml.read(defaults, SCHEMA)) {
      case CheckedYaml.Faulty(List<Fault> faults) -> throw ConfigFile.unusable(faults);
      case CheckedYaml.Content content -> {
        for (Map.Entry<String, JsonNode> said : content.root().properties()) {
          if (root.get(said.getKey()) instanceof ObjectNode section
              && said.getKey().equals(BY_KEY)) {
            said.getValue().properties().stream()
                .filter(key -> !section.has(key.getKey()))
                .forEach(key -> section.set(key.getKey(), key.getValue()));
          } else if (!root.has(said.getKey())) {
            root.set(said.getKey(), said.getValue());
          }
        }
        // The terminal's own part has been read alone: what is wrong now is in the defaults.
        yield ConfigFile.convert(defaults, new CheckedYaml.Content(root, content.line()), "");
      }
    };
  }

  /** The keys in which two configurations differ, as manuals write them. */
  static String keys(TerminalConfig own, TerminalConfig merged) {
    try {
      JsonNode before = YAML.readTree(own.text());
      JsonNode after = YAML.readTree(merged.text());
      String keys =
          after.properties().stream()
              .flatMap(
                  section ->
                      section.getKey().equals(BY_KEY)
                          ? section.getValue().properties().stream()
                              .filter(key -> !before.path(BY_KEY).has(key.getKey()))
                              .map(key -> BY_KEY + "." + key.getKey())
                          : Stream.of(section.getKey()).filter(key -> !before.has(key)))
              .collect(Collectors.joining("、"));
      return keys.isEmpty() ? "0 项，本机都写明了" : keys;
    } catch (IOException e) {
      throw new IllegalStateException("a configuration can always be written", e);
    }
  }

  private static ObjectNode tree(Path own) {
    return switch (CheckedYaml.read(own, ConfigFile.SCHEMA)) {
      case CheckedYaml.Faulty(List<Fault> faults) -> throw ConfigFile.unusable(faults);
      case CheckedYaml.Content content -> content.root().deepCopy();
    };
  }

  private static boolean isBlank(Path file) {
    try {
      return Files.readString(file).isBlank();
    } catch (IOException e) {
      throw new IllegalStateException("the hall's defaults cannot be read", e);
    }
  }
}
