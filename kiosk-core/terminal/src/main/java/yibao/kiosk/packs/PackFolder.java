package yibao.kiosk.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens the files below the regions folder, each checked against its schema. */
final class PackFolder {

  private final Path root;
  private final Faults faults;

  PackFolder(Path root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  /** A file that must be there; empty when it cannot be read, which is then among the faults. */
  Optional<Entry> open(String name, Schema schema) {
    Path file = root.resolve(name);
    if (!Files.exists(file)) {
      faults.add(new Fault(name, 0, "缺少这个文件", "补上文件，或重新复制整个地区文件夹"));
      return Optional.empty();
    }
    return YamlReader.read(file, name, faults)
        .map(
            content -> {
              schema.check(content, faults);
              return Entry.root(content, faults);
            });
  }

  /** The YAML files in a folder that can be read, by name; none when there is no such folder. */
  List<Entry> openAll(String folder, Schema schema) {
    return names(folder).stream().flatMap(name -> open(name, schema).stream()).toList();
  }

  /** The names of the YAML files in a folder, in order; none when there is no such folder. */
  List<String> names(String folder) {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .map(name -> folder + "/" + name)
          .toList();
    } catch (IOException e) {
      faults.add(new Fault(folder, 0, "读不出文件夹", "检查文件夹的权限"));
      return List.of();
    }
  }

  boolean has(String name) {
    return Files.exists(root.resolve(name));
  }
}
