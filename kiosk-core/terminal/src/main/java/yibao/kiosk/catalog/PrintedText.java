package yibao.kiosk.catalog;

import java.util.List;
import java.util.regex.Pattern;

/** How printed text is written down once its table's line breaks no longer matter. */
public final class PrintedText {

  // What counts as Chinese writing: ideographs, CJK and full-width punctuation, and the marks that
  // Chinese typography shares with others (quotes, dashes, ellipsis, middle dot).
  private static final String CJK =
      "\\p{IsHan}\\u3000-\\u303F\\uFF01-\\uFF60\\uFFE0-\\uFFE6\\u2018\\u2019\\u201C\\u201D\\u2014\\u2026\\u00B7";
  private static final String DIGIT = "0-9\\u2460-\\u2473";
  private static final String SPACE = "[\\s\\u00A0\\u2000-\\u200B\\u3000\\uFEFF]+";
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<=[%1$s])%3$s(?=[%1$s%2$s])|(?<=[%2$s])%3$s(?=[%1$s])".formatted(CJK, DIGIT, SPACE));
  private static final Pattern ANY = Pattern.compile(SPACE);

  private static final Pattern NUMBERED = Pattern.compile("(?<=\\D)(?=\\d{1,2}\\s*[.．、](?!\\d))");
  private static final Pattern CIRCLED = Pattern.compile("(?<=.)(?=[\\u2460-\\u2473])");

  private PrintedText() {}

  /**
   * White space between Chinese characters, or a digit and one, is removed; other runs become one
   * space; none is left at the ends.
   */
  public static String normalise(String printed) {
    String text = ANY.matcher(printed).replaceAll(" ").strip();
    return BETWEEN.matcher(text).replaceAll("");
  }

  /**
   * A cell's clauses, each on its line: split before 1. 2. 3., or before ①②③ where it has no such.
   */
  public static List<String> clauses(String printed) {
    String text = normalise(printed);
    Pattern mark = NUMBERED.matcher(" " + text).find() ? NUMBERED : CIRCLED;
    return mark.splitAsStream(text).map(String::strip).filter(clause -> !clause.isEmpty()).toList();
  }
}
