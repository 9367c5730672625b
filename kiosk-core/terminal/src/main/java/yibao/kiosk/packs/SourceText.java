package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A published list's text without its white space, and which of it has been accounted for. */
final class SourceText {

  private final String text;
  private final int[] lines;
  private final BitSet covered = new BitSet();

  SourceText(String published) {
    int[] kept =
        IntStream.range(0, published.length()).filter(i -> !isSpace(published.charAt(i))).toArray();
    var stripped = new StringBuilder(kept.length);
    lines = new int[kept.length];
    int line = 1;
    int at = 0;
    for (int i = 0; i < kept.length; i++) {
      for (; at < kept[i]; at++) {
        line += published.charAt(at) == '\n' ? 1 : 0;
      }
      stripped.append(published.charAt(kept[i]));
      lines[i] = line;
    }
    text = stripped.toString();
  }

  /** Text without the white space that tables and page breaks put into it. */
  static String strip(String text) {
    return text.codePoints()
        .filter(c -> !isSpace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  int length() {
    return text.length();
  }

  /** Where these characters first stand from there on, covered or not; -1 if nowhere. */
  int indexOf(String part, int from) {
    return text.indexOf(part, from);
  }

  /** Covers the first occurrence of the part between two places that is not covered yet. */
  boolean coverFirst(String part, int from, int to) {
    for (int at = text.indexOf(part, from);
        at >= 0 && at + part.length() <= to;
        at = text.indexOf(part, at + 1)) {
      if (covered.get(at, at + part.length()).isEmpty()) {
        cover(at, part.length());
        return true;
      }
    }
    return false;
  }

  /** The longest beginning of the part that stands uncovered between two places. */
  Match longest(String part, int from, int to) {
    var best = new Match(0, 0);
    for (int at = from; at < to; at++) {
      int n = 0;
      while (n < part.length()
          && at + n < to
          && !covered.get(at + n)
          && text.charAt(at + n) == part.charAt(n)) {
        n++;
      }
      if (n > best.length()) {
        best = new Match(at, n);
      }
    }
    return best;
  }

  void cover(int at, int length) {
    covered.set(at, at + length);
  }

  /** The runs not covered, in order. */
  List<Run> remainders() {
    var runs = new ArrayList<Run>();
    for (int at = covered.nextClearBit(0); at < text.length(); ) {
      int next = covered.nextSetBit(at);
      int end = next < 0 ? text.length() : next;
      runs.add(new Run(lines[at], text.substring(at, end)));
      at = covered.nextClearBit(end);
    }
    return runs;
  }

  /** A place and how much stands there. */
  record Match(int at, int length) {}

  /** Characters that stand together, and the line of the first. */
  record Run(int line, String text) {}
}
