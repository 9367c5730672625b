package yibao.kiosk.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.packs.Fault;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;
import yibao.kiosk.packs.SourceCoverage;
import yibao.kiosk.paper.RegionPapers;

/** Checks region packs, and whether one covers the list it was taken from. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks region packs and names file and line of every fault.",
      "With a source, proves that the pack covers the list's text and prints what it leaves out."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no faults",
      "1:found faults, or source text that nothing accounts for",
      "2:wrong usage",
      "3:there is no regions folder"
    })
final class CatalogCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RegionsFolder regions;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A region's folder, or a folder of such folders; the regions folder if absent.")
  private Path dir;

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description =
          "The published list as text. Of several regions, the one that covers most of it is meant.")
  private Path source;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (dir != null && !Files.isDirectory(dir)) {
      throw new ParameterException(spec.commandLine(), "There is no folder " + dir + ".");
    }
    if (source != null && !Files.isRegularFile(source)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + source + ".");
    }
    if (dir == null && regions.existing().isEmpty()) {
      err.println(regions.missing());
      return 3;
    }
    List<Fault> faults = new ArrayList<>(paperFaults());
    LoadResult result = load();
    if (result instanceof LoadResult.Refused(var refused)) {
      faults.addAll(refused);
    }
    if (!faults.isEmpty()) {
      faults.stream().sorted().forEach(err::println);
      err.printf("%d 处错误%n", faults.size());
      return 1;
    }
    return switch (result) {
      case LoadResult.Refused _ -> throw new IllegalStateException("refused without a fault");
      case LoadResult.Loaded loaded ->
          source == null ? sound(loaded.regions()) : cover(loaded.regions());
    };
  }

  /** Faults of the regions' own papers. */
  private List<Fault> paperFaults() throws IOException {
    Path top = (dir == null ? regions.existing().orElseThrow() : dir).toAbsolutePath().normalize();
    List<Path> packs = new ArrayList<>();
    if (Files.exists(top.resolve("region.yaml"))) {
      packs.add(top);
    } else {
      try (Stream<Path> folders = Files.list(top)) {
        folders.forEach(packs::add);
      }
    }
    List<Fault> faults = new ArrayList<>();
    for (Path pack : packs) {
      faults.addAll(RegionPapers.faults(pack));
    }
    return faults;
  }

  private LoadResult load() {
    if (dir == null) {
      return new RegionPacks(regions.existing().orElseThrow()).loadAll();
    }
    Path folder = dir.toAbsolutePath().normalize();
    return Files.exists(folder.resolve("region.yaml"))
        ? new RegionPacks(folder.getParent()).load(folder.getFileName().toString())
        : new RegionPacks(folder).loadAll();
  }

  private int sound(List<Region> loaded) {
    PrintWriter out = spec.commandLine().getOut();
    for (Region region : loaded) {
      out.printf("%s %s：%d 项，没有错误%n", region.id(), region.name(), region.items().size());
    }
    out.flush();
    return 0;
  }

  private int cover(List<Region> loaded) throws IOException {
    String text = Files.readString(source);
    Region region = taken(loaded, text);
    SourceCoverage.Report report = SourceCoverage.compare(region, text);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s %s：原文 %d 字，覆盖 %d 字，余下 %d 段%n",
        region.id(),
        region.name(),
        report.characters(),
        report.covered(),
        report.remainders().size());
    var alike =
        report.remainders().stream()
            .collect(
                Collectors.groupingBy(
                    rest -> "余下“%s”：%s".formatted(rest.text(), rest.account().orElse("没有说明")),
                    LinkedHashMap::new,
                    Collectors.mapping(rest -> "" + rest.line(), Collectors.joining(","))));
    alike.forEach((rest, lines) -> out.printf("%s:%s: %s%n", source.getFileName(), lines, rest));
    for (SourceCoverage.Stray stray : report.strays()) {
      out.printf("%s/list.yaml %s: 原文没有“%s”%n", region.id(), stray.where(), stray.text());
    }
    out.flush();
    return report.isComplete() ? 0 : 1;
  }

  /** The region whose list covers most of the text. */
  private static Region taken(List<Region> loaded, String text) {
    return loaded.stream()
        .max(Comparator.comparingInt(region -> SourceCoverage.compare(region, text).covered()))
        .orElseThrow();
  }
}
