package yibao.templates.text;

/**
 * Where a line of Chinese text may end (GB/T 15834—2011 §5.1, W3C Requirements for Chinese Text
 * Layout §3.1.3): closing punctuation does not begin a line, opening punctuation does not end one,
 * numbers and Western words stay whole.
 */
public final class LineBreaking {
  private static final String NEVER_FIRST = "。，、；：？！）》〉」』】〕〗］｝”’…—～·％‰℃°.,;:?!)]}>%·•‧・།༎་";
  private static final String NEVER_LAST = "（《〈「『【〔〖［｛“‘([{<￥¥$＄№";

  private LineBreaking() {}

  /** Whether a line may end after {@code before} and the next begin with {@code after}. */
  public static boolean allowed(Cluster before, Cluster after) {
    int last = before.text().codePointBefore(before.text().length());
    int first = after.base();
    if (first == ' ') {
      return false;
    }
    if (last == ' ') {
      return true;
    }
    return tolerated(before, after) && !(belongsToWord(last) && belongsToWord(first));
  }

  /** Whether a line may end here when a word is longer than a line: anywhere punctuation allows. */
  public static boolean tolerated(Cluster before, Cluster after) {
    int last = before.text().codePointBefore(before.text().length());
    return NEVER_FIRST.indexOf(after.base()) < 0 && NEVER_LAST.indexOf(last) < 0;
  }

  private static boolean belongsToWord(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint > ' ';
    }
    return Character.isAlphabetic(codePoint)
        && !Character.isIdeographic(codePoint)
        && codePoint < 0x0F00;
  }
}
