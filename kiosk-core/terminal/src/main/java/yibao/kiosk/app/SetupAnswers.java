package yibao.kiosk.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import yibao.kiosk.packs.CheckedYaml;

/**
 * What a technician would answer at the screen, written down beforehand.
 *
 * @param technician number of the technician who signs
 * @param hall number of whoever receives the terminal for the hall
 * @param configuration the configuration
 * @param results verdicts by check, of those that a person judges
 */
public record SetupAnswers(
    String technician, String hall, TerminalConfig configuration, Map<String, String> results) {

  /**
   * Reads the file.
   *
   * @throws TerminalConfig.Unusable which names every fault it has
   */
  public static SetupAnswers read(Path file) {
    return switch (CheckedYaml.read(file, "answers.schema.json")) {
      case CheckedYaml.Faulty(var faults) -> throw ConfigFile.unusable(faults);
      case CheckedYaml.Content content -> {
        Map<String, String> results = new TreeMap<>();
        content
            .root()
            .path("results")
            .properties()
            .forEach(result -> results.put(result.getKey(), result.getValue().asText()));
        yield new SetupAnswers(
            content.root().path("technician").asText(),
            content.root().path("hall").asText(),
            ConfigFile.convert(file, content, "/configuration"),
            results);
      }
    };
  }
}
