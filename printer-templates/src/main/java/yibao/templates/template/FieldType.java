package yibao.templates.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field holds and how it is written on paper. */
enum FieldType {
  /** Any text; line ends are kept. */
  TEXT,
  /** A day, {@code LocalDate} or ISO text; written 2026年3月1日. */
  DATE,
  /** A day and time, {@code LocalDateTime} or ISO text; written 2026-03-01 09:05. */
  TIME,
  /** Yuan, {@code BigDecimal} or decimal text; written 1,409.50, in words with {@code .words}. */
  AMOUNT,
  /** A whole number. */
  COUNT,
  /** A certificate number; whole, or with {@code .masked} only its ends. */
  CERTNO,
  /** True or false, for sections. */
  FLAG,
  /** A PNG or JPEG, bytes or base64 text; becomes a data address. */
  IMAGE,
  /**
   * A handwritten signature: the JSON text {@code {"width", "height", "strokes": [[[x, y, t], …],
   * …]}} with the size of the box it was written in; for {@code <object type="signature"
   * data="{{…}}">}.
   */
  STROKES,
  /** A list whose members have fields of their own, for sections. */
  LIST;

  static Optional<FieldType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
