package yibao.kiosk.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;

/** Reads one region's folder. */
final class RegionReader {

  private static final String SHARED = "_shared";

  private final Path root;
  private final String id;
  private final Faults faults;

  RegionReader(Path root, String id, Faults faults) {
    this.root = root;
    this.id = id;
    this.faults = faults;
  }

  /** The region; empty when anything is missing or faulty, which is then among the faults. */
  Optional<Region> read() {
    Path folder = root.resolve(id);
    if (!Files.isDirectory(folder)) {
      faults.add(new Fault(id, 0, "没有这个地区文件夹", "检查地区的名称"));
      return Optional.empty();
    }
    Map<String, Fact> facts = new LinkedHashMap<>();
    Path shared = root.resolve(SHARED).resolve("facts.yaml");
    if (Files.exists(shared)) {
      open(SHARED + "/facts.yaml", Schemas.FACTS).map(FactReader::read).ifPresent(facts::putAll);
    }
    Map<String, Commitment> commitments = commitments(folder.resolve("commitments"));
    Optional<Entry> about = open(id + "/region.yaml", Schemas.REGION);
    Optional<Entry> list = open(id + "/list.yaml", Schemas.LIST);
    Optional<Entry> reading = open(id + "/reading.yaml", Schemas.READING);
    reading.map(FactReader::read).ifPresent(facts::putAll);

    List<PrintedItem> rows = list.map(ListReader::rows).orElse(List.of());
    Map<Integer, Reading> readings =
        list.isEmpty()
            ? Map.of()
            : reading
                .map(entry -> new ReadingReader(facts, commitments.keySet()).read(entry, rows))
                .orElse(Map.of());
    about.ifPresent(this::names);
    return about.flatMap(
        entry -> {
          var pools = PoolReader.read(entry, facts);
          return faults.isEmpty()
              ? Optional.of(
                  new Region(
                      id,
                      entry.text("name").orElseThrow(),
                      entry.text("admdvs").orElseThrow(),
                      ListReader.list(list.orElseThrow()),
                      pools,
                      rows.stream()
                          .map(row -> new ServiceItem(row, readings.get(row.seq())))
                          .toList(),
                      facts,
                      commitments))
              : Optional.empty();
        });
  }

  private void names(Entry about) {
    about
        .get("id")
        .filter(entry -> !entry.text().equals(Optional.of(id)))
        .ifPresent(entry -> entry.fault("id 和文件夹的名称不同", "改为 " + id));
  }

  private Map<String, Commitment> commitments(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    var commitments = new LinkedHashMap<String, Commitment>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        open(id + "/commitments/" + file.getFileName(), Schemas.COMMITMENT)
            .ifPresent(entry -> commitment(entry, commitments));
      }
    } catch (IOException e) {
      faults.add(new Fault(id + "/commitments", 0, "读不出文件夹", "检查文件夹的权限"));
    }
    return commitments;
  }

  private static void commitment(Entry entry, Map<String, Commitment> commitments) {
    String name = entry.text("id").orElse("");
    var commitment =
        new Commitment(
            name,
            entry.text("title").orElse(""),
            entry.text("version").orElse(""),
            entry.texts("paragraphs"),
            entry.text("ours").orElse(""));
    if (commitments.putIfAbsent(name, commitment) != null) {
      entry.fault("承诺书“%s”有两份".formatted(name), "换一个 id，或删去一份");
    }
  }

  /** Opens a file and checks it against its schema. */
  private Optional<Entry> open(String name, Schema schema) {
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
}
