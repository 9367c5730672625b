package yibao.templates.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest piece of text that is drawn and broken as one: a character with the marks that sit
 * on it, or a whole Tibetan syllable, whose letters are shaped together.
 *
 * @param text one base character and its marks, without variation selectors; a Tibetan syllable
 *     with its tsheg
 */
public record Cluster(String text) {

  /** The clusters of a line of clean text, in order; variation selectors are left out. */
  public static List<Cluster> split(String line) {
    List<Cluster> clusters = new ArrayList<>(line.length());
    int start = 0;
    while (start < line.length()) {
      int end =
          isTibetan(line.codePointAt(start))
              ? endOfSyllable(line, start)
              : endOfCharacter(line, start);
      String text = withoutVariationSelectors(line.substring(start, end));
      if (!text.isEmpty()) {
        clusters.add(new Cluster(text));
      }
      start = end;
    }
    return clusters;
  }

  /** The first code point. */
  public int base() {
    return text.codePointAt(0);
  }

  /** Whether Tibetan letters need shaping here. */
  public boolean isTibetan() {
    return isTibetan(base());
  }

  private static boolean isTibetan(int codePoint) {
    return codePoint >= 0x0F00 && codePoint <= 0x0FFF;
  }

  private static int endOfSyllable(String line, int start) {
    int end = start;
    while (end < line.length() && isTibetan(line.charAt(end))) {
      char letter = line.charAt(end++);
      boolean tshegOrShad = letter >= 0x0F0B && letter <= 0x0F14;
      if (tshegOrShad) {
        break;
      }
    }
    return end;
  }

  private static int endOfCharacter(String line, int start) {
    int end = start + Character.charCount(line.codePointAt(start));
    while (end < line.length() && isMark(line.codePointAt(end))) {
      end += Character.charCount(line.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static String withoutVariationSelectors(String text) {
    boolean plain = text.length() == 1;
    return plain
        ? text
        : text.codePoints()
            .filter(c -> !isVariationSelector(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isVariationSelector(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }
}
