package yibao.templates.text;

/**
 * Makes text from outside safe to lay out: what reaches a printer or a document is text, never a
 * command.
 */
public final class PrintableText {
  private PrintableText() {}

  /**
   * The text without control characters, direction overrides and other invisible formatting, with
   * lone surrogates replaced by U+FFFD, line ends as {@code \n}, tabs as a space, and no white
   * space at either end.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    String lines =
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace('\u2028', '\n')
            .replace('\u2029', '\n');
    lines.codePoints().forEach(codePoint -> append(clean, codePoint));
    return clean.toString().strip();
  }

  private static void append(StringBuilder clean, int codePoint) {
    if (codePoint == '\n') {
      clean.append('\n');
    } else if (codePoint == '\t' || codePoint == 0xA0) {
      clean.append(' ');
    } else {
      switch (Character.getType(codePoint)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR -> {}
        case Character.SURROGATE -> clean.append('\uFFFD');
        default -> clean.appendCodePoint(codePoint);
      }
    }
  }
}
