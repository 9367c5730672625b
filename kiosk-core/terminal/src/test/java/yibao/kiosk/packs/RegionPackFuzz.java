package yibao.kiosk.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whatever stands in a pack's files, loading it ends in a pack or in faults that name a file. */
public final class RegionPackFuzz {

  private static final String REGION = "yunlan";
  private static final List<String> FILES = List.of("region.yaml", "list.yaml", "reading.yaml");

  private RegionPackFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Path root = Files.createTempDirectory("pack");
      try {
        MadeUpRegion.copyTo(root);
        for (String file : FILES) {
          Path path = root.resolve(REGION).resolve(file);
          byte[] good = Files.readAllBytes(path);
          Files.write(path, data);
          check(new RegionPacks(root).load(REGION));
          Files.write(path, good);
        }
      } finally {
        delete(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(LoadResult result) {
    if (result instanceof LoadResult.Refused(List<Fault> faults)
        && (faults.isEmpty() || faults.stream().anyMatch(fault -> fault.toString().isBlank()))) {
      throw new AssertionError("refused without saying why");
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
