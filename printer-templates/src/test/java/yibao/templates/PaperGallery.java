package yibao.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests leave the papers they rendered, for people to look at. */
final class PaperGallery {
  private static final Path FOLDER = Path.of("target", "papers");

  private PaperGallery() {}

  static void keep(String file, byte[] content) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }
}
