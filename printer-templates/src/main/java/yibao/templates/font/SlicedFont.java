package yibao.templates.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font in slices of a megabyte or less, each a file of its own. A name opens the one slice it
 * needs; slices are dropped again when memory is short.
 */
final class SlicedFont {
  private record Slice(int last, String file) {}

  private final boolean fine;
  private final TreeMap<Integer, Slice> byFirst = new TreeMap<>();
  private final Map<String, SoftReference<Typeface>> open = new ConcurrentHashMap<>();

  /**
   * Reads an index.
   *
   * @param index a resource, each line a file and its hexadecimal ranges {@code first-last}
   * @param fine whether its strokes are thinner than the Chinese font's
   */
  SlicedFont(String index, boolean fine) {
    this.fine = fine;
    for (String line : lines(index)) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        String[] range = words[i].split("-");
        byFirst.put(
            Integer.parseInt(range[0], 16), new Slice(Integer.parseInt(range[1], 16), words[0]));
      }
    }
  }

  /** The slice that has the character, if any has. */
  Optional<Typeface> typeface(int codePoint) {
    return Optional.ofNullable(byFirst.floorEntry(codePoint))
        .map(Map.Entry::getValue)
        .filter(slice -> codePoint <= slice.last())
        .map(slice -> open(slice.file()));
  }

  private Typeface open(String file) {
    SoftReference<Typeface> held = open.get(file);
    Typeface typeface = held == null ? null : held.get();
    if (typeface == null) {
      typeface = Typeface.ofResource(file, fine);
      open.put(file, new SoftReference<>(typeface));
    }
    return typeface;
  }

  private static List<String> lines(String index) {
    try (InputStream in = FontResources.open(index)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + index, e);
    }
  }
}
