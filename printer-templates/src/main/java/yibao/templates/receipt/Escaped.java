package yibao.templates.receipt;

import java.util.ArrayList;
import java.util.List;

/** Text in which a backslash takes away the meaning of the sign after it. */
final class Escaped {
  private Escaped() {}

  /** The parts between separators that have their meaning; backslashes stay. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == separator) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The text with its backslashes resolved. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\\' && i + 1 < text.length()) {
        sign = text.charAt(++i);
        plain.append(sign == 'n' ? '\n' : sign);
      } else {
        plain.append(sign);
      }
    }
    return plain.toString();
  }
}
