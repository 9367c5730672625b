package yibao.templates.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fonts that a region puts beside its templates, for characters that ours lack: those of extension
 * G and later, or a person's own of the police's set in the private use area. Asked last, opened
 * when first asked.
 */
final class OwnFonts {
  private static final Logger LOG = System.getLogger(OwnFonts.class.getName());

  private final List<Path> files;
  private List<Typeface> open = List.of();
  private boolean opened;

  /** Every {@code *.ttf} of the folders. */
  OwnFonts(List<Path> folders) {
    files = folders.stream().flatMap(folder -> fonts(folder).stream()).toList();
  }

  synchronized Optional<Typeface> typeface(int codePoint) {
    if (!opened) {
      opened = true;
      open = files.stream().flatMap(file -> read(file).stream()).toList();
    }
    return open.stream().filter(typeface -> typeface.covers(codePoint)).findFirst();
  }

  private static List<Path> fonts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".ttf")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the fonts in " + folder, e);
    }
  }

  /** A font that cannot be read costs its characters, not the paper. */
  private static Optional<Typeface> read(Path file) {
    try {
      return Optional.of(Typeface.ofFile(file));
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.WARNING, "[font.unusable] the font {0} cannot be used: {1}", file, e.getClass());
      return Optional.empty();
    }
  }
}
