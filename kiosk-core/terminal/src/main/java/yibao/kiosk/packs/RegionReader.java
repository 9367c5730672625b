package yibao.kiosk.packs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yibao.kiosk.catalog.Commitment;
import yibao.kiosk.catalog.Fact;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.catalog.PrintedItem;
import yibao.kiosk.catalog.Reading;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.catalog.Witnessing;

/** Reads one region's folder. */
final class RegionReader {

  private static final String SHARED_COMMITMENTS = "_shared/commitments";
  private static final String SHARED = "_shared/";
  private static final String SHARED_FACTS = "_shared/facts.yaml";

  private final PackFolder files;
  private final String id;
  private final Set<String> forms;
  private final Faults faults;

  /**
   * A reader of one region.
   *
   * @param forms the ids readings may name
   */
  RegionReader(Path root, String id, Set<String> forms, Faults faults) {
    this.forms = forms;
    this.files = new PackFolder(root, faults);
    this.id = id;
    this.faults = faults;
  }

  /** The region; empty when anything is missing or faulty, which is then among the faults. */
  Optional<Region> read() {
    if (!files.has(id)) {
      faults.add(new Fault(id, 0, "没有这个地区文件夹", "检查地区的名称"));
      return Optional.empty();
    }
    Map<String, Fact> facts = new LinkedHashMap<>();
    if (files.has(SHARED_FACTS)) {
      files.open(SHARED_FACTS, Schemas.FACTS).map(FactReader::read).ifPresent(facts::putAll);
    }
    Map<String, Commitment> commitments = commitments();
    Optional<Entry> about = files.open(id + "/region.yaml", Schemas.REGION);
    Optional<Entry> list = files.open(id + "/list.yaml", Schemas.LIST);
    Optional<Entry> reading = files.open(id + "/reading.yaml", Schemas.READING);
    reading.map(FactReader::read).ifPresent(facts::putAll);

    List<PrintedItem> rows = list.map(ListReader::rows).orElse(List.of());
    var reader = new ReadingReader(facts, commitments.keySet(), forms);
    Map<Integer, Reading> readings =
        list.isEmpty() ? Map.of() : reading.map(entry -> reader.read(entry, rows)).orElse(Map.of());
    List<HallService> services = services(reader, rows);
    List<Principal> principals = principals(facts, commitments.keySet());
    List<Witnessing> witnessings = witnessings(principals);
    about.ifPresent(this::names);
    return about.flatMap(
        entry -> {
          var pools = PoolReader.read(entry, facts, services);
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
                      services,
                      frequent(),
                      facts,
                      commitments,
                      principals,
                      witnessings))
              : Optional.empty();
        });
  }

  private List<HallService> services(ReadingReader reader, List<PrintedItem> rows) {
    if (!files.has(ServicesReader.SHARED)) {
      return List.of();
    }
    int before = faults.count();
    Optional<Entry> file = files.open(ServicesReader.SHARED, Schemas.SERVICES);
    return faults.count() > before
        ? List.of()
        : file.map(
                entry ->
                    new ServicesReader(reader)
                        .read(
                            entry, rows.stream().map(PrintedItem::seq).collect(Collectors.toSet())))
            .orElse(List.of());
  }

  private Set<String> frequent() {
    return files.has(ServicesReader.SHARED)
        ? files
            .open(ServicesReader.SHARED, Schemas.SERVICES)
            .map(file -> Set.copyOf(file.texts("frequent")))
            .orElse(Set.of())
        : Set.of();
  }

  private List<Principal> principals(Map<String, Fact> facts, Set<String> commitments) {
    var reader =
        new PrincipalReader(
            new MaterialReader(new ConditionReader(facts), commitments), facts.keySet());
    return own(PrincipalReader.FILE, Schemas.PRINCIPALS).map(reader::read).orElse(List.of());
  }

  private List<Witnessing> witnessings(List<Principal> principals) {
    var reader =
        new WitnessReader(principals.stream().map(Principal::id).collect(Collectors.toSet()));
    return own(WitnessReader.FILE, Schemas.WITNESS).map(reader::read).orElse(List.of());
  }

  /** The region's own file of this name, else the one all regions share. */
  private Optional<Entry> own(String name, Schema schema) {
    return Stream.of(id + "/", SHARED)
        .map(folder -> folder + name)
        .filter(files::has)
        .findFirst()
        .flatMap(file -> files.open(file, schema));
  }

  private void names(Entry about) {
    about
        .get("id")
        .filter(entry -> !entry.text().equals(Optional.of(id)))
        .ifPresent(entry -> entry.fault("id 和文件夹的名称不同", "改为 " + id));
  }

  private Map<String, Commitment> commitments() {
    var commitments = new LinkedHashMap<String, Commitment>();
    files
        .openAll(id + "/commitments", Schemas.COMMITMENT)
        .forEach(entry -> commitment(entry, commitments));
    var shared = new LinkedHashMap<String, Commitment>();
    files
        .openAll(SHARED_COMMITMENTS, Schemas.COMMITMENT)
        .forEach(entry -> commitment(entry, shared));
    shared.forEach(commitments::putIfAbsent);
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
}
