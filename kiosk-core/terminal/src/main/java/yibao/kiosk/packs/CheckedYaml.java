package yibao.kiosk.packs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A YAML file that is no part of a pack, read against a schema of its own. */
public sealed interface CheckedYaml {

  /**
   * It holds what the schema asks for.
   *
   * @param root its content
   * @param line the line of a node, by JSON pointer, from 1; of the nearest one around it where it
   *     is not there
   */
  record Content(JsonNode root, ToIntFunction<String> line) implements CheckedYaml {}

  /** It does not: everything that is wrong with it. */
  record Faulty(List<Fault> faults) implements CheckedYaml {}

  /**
   * Reads a file.
   *
   * @param schema the schema's name in the folder {@code schema}; a description in it says in
   *     people's words what shape a value has
   */
  static CheckedYaml read(Path file, String schema) {
    Faults faults = new Faults();
    Optional<PackFile> read = YamlReader.read(file, file.toString(), faults);
    read.ifPresent(content -> Schema.described(schema).check(content, faults));
    return read.isPresent() && faults.isEmpty()
        ? new Content(read.get().root(), read.get()::line)
        : new Faulty(faults.all());
  }
}
