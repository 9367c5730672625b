package yibao.kiosk.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.packs.CatalogJson;
import yibao.kiosk.packs.LoadResult;
import yibao.kiosk.packs.RegionPacks;

/** Prints a region's list as JSON. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a region's list as JSON, verbatim, with our reading beside it.",
      "A value is null where the list has no such column, and empty where its cell is."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed",
      "1:the pack is faulty",
      "2:wrong usage, unknown region",
      "3:there is no regions folder"
    })
final class CatalogExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private RegionsFolder regions;

  @Option(
      names = "--region",
      required = true,
      paramLabel = "NAME",
      description = "The region's folder name, such as qinghai.")
  private String region;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (regions.existing().isEmpty()) {
      err.println(regions.missing());
      return 3;
    }
    var packs = new RegionPacks(regions.existing().get());
    if (!packs.ids().contains(region)) {
      err.printf("There is no region %s. Known: %s.%n", region, String.join(", ", packs.ids()));
      return 2;
    }
    return switch (packs.load(region)) {
      case LoadResult.Loaded loaded -> {
        out.println(json(loaded.regions().getFirst()));
        out.flush();
        yield 0;
      }
      case LoadResult.Refused(var faults) -> {
        faults.forEach(err::println);
        yield 1;
      }
    };
  }

  private static String json(Region region) {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(CatalogJson.of(region));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
