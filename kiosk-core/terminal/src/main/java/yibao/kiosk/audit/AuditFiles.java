package yibao.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The record's files in their directory: {@code audit-000001.log} and on, older ones complete. */
final class AuditFiles {
  private static final String NAME = "audit-%06d.log";

  private AuditFiles() {}

  static Path file(Path directory, int number) {
    return directory.resolve(String.format(Locale.ROOT, NAME, number));
  }

  static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().substring(6, 12));
  }

  /** All files in their order; none where there is no directory. */
  static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("audit-[0-9]{6}\\.log"))
          .sorted()
          .toList();
    }
  }
}
