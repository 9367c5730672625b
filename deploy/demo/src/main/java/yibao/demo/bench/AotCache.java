package yibao.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program's AOT cache: classes loaded and linked ahead of time, as one ordinary run met them.
 *
 * @param file where it lies
 */
record AotCache(Path file) {

  private static final String ACCEPTED = "Using AOT-linked classes: true";

  /** Flags of the one run that makes it; the run must end in order. */
  List<String> making() {
    return List.of("-XX:AOTCacheOutput=" + file);
  }

  /** Flags of a run that uses it, and ends at once where it cannot be used. */
  List<String> using() {
    return List.of("-XX:AOTCache=" + file, "-XX:AOTMode=on");
  }

  /** Flags of a run that also writes down what became of the cache. */
  List<String> usingAndTelling(Path log) {
    return List.of("-XX:AOTCache=" + file, "-Xlog:aot:file=" + log);
  }

  /**
   * Looks into what such a run wrote.
   *
   * @throws IOException when the runtime refused the cache or a part of it, with its reason
   */
  static void demandAccepted(Path log) throws IOException {
    String told = Files.readString(log);
    if (!told.contains(ACCEPTED) || told.contains("full module graph: disabled")) {
      throw new IOException("the AOT cache was refused:\n" + told);
    }
  }
}
