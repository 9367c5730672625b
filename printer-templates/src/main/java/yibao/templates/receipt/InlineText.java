package yibao.templates.receipt;

import java.util.ArrayList;
import java.util.List;
import yibao.templates.receipt.Block.Run;

/** Reads one column's text with its signs for size, weight and inversion. */
final class InlineText {
  private static final int LARGEST = 6;

  private final List<List<Run>> lines = new ArrayList<>();
  private List<Run> line = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Style style = Style.PLAIN;

  private InlineText() {}

  static List<List<Run>> parse(String column) {
    InlineText inline = new InlineText();
    inline.read(column);
    inline.endLine();
    return inline.lines;
  }

  private void read(String column) {
    int i = 0;
    while (i < column.length()) {
      char sign = column.charAt(i++);
      switch (sign) {
        case '\\' -> {
          if (i < column.length()) {
            escaped(column.charAt(i++));
          }
        }
        case '~' -> text.append(' ');
        case '"' -> change(style.withBold(!style.bold()));
        case '`' -> change(style.withInverted(!style.inverted()));
        case '^' -> {
          int carets = 1;
          while (i < column.length() && column.charAt(i) == '^') {
            carets++;
            i++;
          }
          scale(carets);
        }
        default -> text.append(sign);
      }
    }
  }

  private void escaped(char sign) {
    if (sign == 'n') {
      endLine();
    } else {
      text.append(sign);
    }
  }

  /**
   * One caret is double width, two double height, three double both, each more one size up; the
   * same again ends it.
   */
  private void scale(int carets) {
    int wide = carets == 2 ? 1 : Math.min(LARGEST, Math.max(2, carets - 1));
    int high = carets == 1 ? 1 : Math.min(LARGEST, Math.max(2, carets - 1));
    boolean on = style.wide() == wide && style.high() == high;
    change(on ? style.scaled(1, 1) : style.scaled(wide, high));
  }

  private void change(Style next) {
    endRun();
    style = next;
  }

  private void endRun() {
    if (!text.isEmpty()) {
      line.add(new Run(text.toString(), style));
      text.setLength(0);
    }
  }

  private void endLine() {
    endRun();
    lines.add(line);
    line = new ArrayList<>();
  }
}
