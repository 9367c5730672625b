package yibao.acceptance;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What must not be found once a citizen has gone. */
final class Leftovers {

  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GBK"));

  private final List<String> secrets;

  private Leftovers(List<String> secrets) {
    this.secrets = secrets;
  }

  static Leftovers of(String... secrets) {
    return new Leftovers(List.of(secrets));
  }

  /** No file below the folder holds one, in any encoding. */
  void assertNoneIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertNotIn(file.toString(), Files.readAllBytes(file));
      }
    }
  }

  void assertNotIn(String log) {
    assertNotIn("the log", log.getBytes(StandardCharsets.UTF_8));
  }

  private void assertNotIn(String where, byte[] content) {
    String bytes = new String(content, StandardCharsets.ISO_8859_1);
    for (String secret : secrets) {
      for (Charset encoding : ENCODINGS) {
        if (bytes.contains(new String(secret.getBytes(encoding), StandardCharsets.ISO_8859_1))) {
          throw new AssertionError(where + " holds personal data in " + encoding);
        }
      }
    }
  }
}
