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
 * Han characters of the extensions B to F, in some sixty slices of half a megabyte. A name opens
 * the one slice it needs; slices are dropped again when memory is short.
 */
final class RareHanFont {
  private record Slice(int last, String file) {}

  private final TreeMap<Integer, Slice> byFirst = new TreeMap<>();
  private final Map<String, SoftReference<Typeface>> open = new ConcurrentHashMap<>();

  /** Reads the index, each line a file and its hexadecimal ranges {@code first-last}. */
  RareHanFont() {
    for (String line : indexLines()) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        String[] range = words[i].split("-");
        byFirst.put(
            Integer.parseInt(range[0], 16), new Slice(Integer.parseInt(range[1], 16), words[0]));
      }
    }
  }

  /** The slice that has the character. */
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
      typeface = Typeface.ofResource(file, true);
      open.put(file, new SoftReference<>(typeface));
    }
    return typeface;
  }

  private static List<String> indexLines() {
    try (InputStream in = FontResources.open(FontResources.RARE_HAN_INDEX)) {
      String index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return index.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the index of rare characters", e);
    }
  }
}
