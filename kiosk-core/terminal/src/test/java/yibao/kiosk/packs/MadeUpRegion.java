package yibao.kiosk.packs;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The pack of a region that does not exist, for tests to copy and break. */
public final class MadeUpRegion {

  private MadeUpRegion() {}

  /** Copies the regions folder with the made-up region to a place where it may be changed. */
  public static void copyTo(Path root) throws IOException {
    Path source = source();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Replaces a passage of one of the region's files; the passage must be there. */
  public static void replace(Path root, String file, String before, String after)
      throws IOException {
    Path path = root.resolve("yunlan").resolve(file);
    String text = Files.readString(path);
    if (!text.contains(before)) {
      throw new IllegalArgumentException(file + " does not contain " + before);
    }
    Files.writeString(path, text.replace(before, after));
  }

  private static Path source() {
    try {
      return Path.of(MadeUpRegion.class.getResource("/regions").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
