package yibao.kiosk.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The regions folder: one folder per region, and {@code _shared} for what is no region's own.
 *
 * <p>Loading either gives faultless regions or every fault there is; it never gives half a region.
 */
public final class RegionPacks {

  private final Path root;

  /**
   * The packs in a folder.
   *
   * @param root holds a folder per region
   */
  public RegionPacks(Path root) {
    this.root = root;
  }

  /** The regions that have a folder, by name; none when there is no regions folder. */
  public List<String> ids() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.startsWith("_") && !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a region is called by its own file; its id where the file cannot be read. */
  public String name(String id) {
    Path file = root.resolve(id).resolve("region.yaml");
    return YamlReader.read(file, file.toString(), new Faults())
        .map(read -> read.root().path("name").asText(id))
        .orElse(id);
  }

  /** Loads one region. */
  public LoadResult load(String id) {
    return load(List.of(id));
  }

  /** Loads every region there is. */
  public LoadResult loadAll() {
    return load(ids());
  }

  private LoadResult load(List<String> ids) {
    var faults = new Faults();
    if (ids.isEmpty()) {
      faults.add(new Fault(root.toString(), 0, "没有地区文件夹", "用 --regions 指明放地区文件夹的目录"));
    }
    var workingDays = new CalendarReader(root, faults).read();
    var packs = new ArrayList<Pack>();
    for (String id : ids) {
      var reader = new FormsReader(root, faults);
      var forms = reader.read(id);
      var nameable = new HashSet<>(reader.awaited());
      nameable.addAll(forms.keySet());
      new RegionReader(root, id, nameable, faults)
          .read()
          .ifPresent(region -> packs.add(new Pack(region, forms, workingDays)));
    }
    return faults.isEmpty() ? new LoadResult.Loaded(packs) : new LoadResult.Refused(faults.all());
  }
}
