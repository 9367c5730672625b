package yibao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every warning and error of the terminal and the hall's monitor begins with the id of an event in
 * the catalogue, which says in Chinese what it means and what to do.
 */
class LogEventsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path CATALOGUE = ROOT.resolve("deploy/manuals/log-events.yaml");
  private static final Path TABLE = ROOT.resolve("deploy/manuals/log-events.md");
  private static final List<Path> PROGRAMS =
      Stream.of(
              "devices/drivers",
              "printer-templates",
              "kiosk-core/accounts",
              "kiosk-core/telemetry",
              "kiosk-core/hall",
              "kiosk-core/terminal")
          .map(module -> ROOT.resolve(module).resolve("src/main/java"))
          .toList();

  /** A call of a logger; the text follows the level. */
  private static final Pattern LOGGED =
      Pattern.compile(
          "\\blog\\(\\s*(?:System\\.Logger\\.)?Level\\.(WARNING|ERROR|SEVERE),\\s*"
              + "(?:\"(?:\\[([a-z.-]+)\\] )?)?");

  private static final Map<String, String> WORDS = Map.of("warning", "警告", "error", "错误");

  /** An entry of the catalogue. */
  record Event(String id, String level, String meaning, String action) {}

  @Test
  void each_warning_and_error_is_in_the_catalogue_with_its_level_and_nothing_else_is()
      throws IOException {
    SortedMap<String, String> written = new TreeMap<>();
    List<String> nameless = new ArrayList<>();
    for (Path file : sources()) {
      Matcher call = LOGGED.matcher(Files.readString(file));
      while (call.find()) {
        if (call.group(2) == null) {
          nameless.add(file.getFileName() + ": " + call.group());
        } else {
          written.put(call.group(2), call.group(1).equals("WARNING") ? "warning" : "error");
        }
      }
    }

    assertEquals(List.of(), nameless);
    assertEquals(
        catalogue().stream()
            .collect(Collectors.toMap(Event::id, Event::level, (a, b) -> a + b, TreeMap::new)),
        written);
  }

  /** Run with {@code -Dlog.events=write} to write the table anew. */
  @Test
  void the_manual_prints_the_catalogue() throws IOException {
    String table =
        catalogue().stream()
            .map(
                it ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(it.id(), WORDS.get(it.level()), it.meaning(), it.action()))
            .collect(
                Collectors.joining(
                    "",
                    """
                    # 日志事件

                    日志里每条警告和错误都以方括号里的编号开头，按编号在这里查它的意思和办法。

                    | 编号 | 级别 | 意思 | 怎么办 |
                    |---|---|---|---|
                    """,
                    ""));
    if ("write".equals(System.getProperty("log.events"))) {
      Files.writeString(TABLE, table);
    }
    assertEquals(table, Files.readString(TABLE));
  }

  private static List<Event> catalogue() throws IOException {
    return new YAMLMapper().readValue(CATALOGUE.toFile(), new TypeReference<>() {});
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path program : PROGRAMS) {
      try (Stream<Path> files = Files.walk(program)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
      }
    }
    return found;
  }
}
