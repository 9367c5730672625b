package yibao.acceptance;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What must not be found once a citizen has gone. */
final class Leftovers {

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  private final List<String> secrets;

  private Leftovers(List<String> secrets) {
    this.secrets = secrets;
  }

  static Leftovers of(String... secrets) {
    return new Leftovers(List.of(secrets));
  }

  /** No file below the folder holds one, in any encoding. */
  void assertNoneIn(Path folder) throws IOException {
    List<String> found = in(folder);
    if (!found.isEmpty()) {
      throw new AssertionError("personal data: " + found);
    }
  }

  /** Which files below the folder hold one, and in which encoding. */
  List<String> in(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.addAll(in(file.toString(), Files.readAllBytes(file)));
      }
    }
    return found;
  }

  void assertNotIn(String log) {
    List<String> found = in("the log", log.getBytes(StandardCharsets.UTF_8));
    if (!found.isEmpty()) {
      throw new AssertionError("personal data: " + found);
    }
  }

  private List<String> in(String where, byte[] content) {
    String bytes = latin(content);
    List<String> found = new ArrayList<>();
    for (String secret : secrets) {
      for (Charset encoding : ENCODINGS) {
        byte[] written = secret.getBytes(encoding);
        boolean plain = bytes.contains(latin(written));
        boolean hex = bytes.contains(HexFormat.of().formatHex(written));
        if (plain || hex || bytes.contains(base64(written))) {
          found.add(where + " in " + encoding);
        }
      }
    }
    return found;
  }

  /** Its middle, which is the same wherever it begins at a group of three. */
  private static String base64(byte[] written) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(written, written.length / 3 * 3));
  }

  private static String latin(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
