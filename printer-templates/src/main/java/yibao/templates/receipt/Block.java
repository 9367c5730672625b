package yibao.templates.receipt;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;

/** What one line of the notation says. */
sealed interface Block {

  /** Text in one or more columns, side by side. */
  record Row(List<Column> columns, Widths widths) implements Block {}

  /** A horizontal rule across the paper. */
  record Rule() implements Block {}

  /** Cut the paper here. */
  record Cut() implements Block {}

  /** White space of some dots. */
  record Gap(int dots) implements Block {}

  /** A QR symbol in the middle of the paper. */
  record Qr(String text, int module, ErrorCorrectionLevel level) implements Block {}

  /** Which edge of its column text keeps to. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /** A column's text, line by line. */
  record Column(Align align, List<List<Run>> lines) {}

  /** A stretch of text in one style. */
  record Run(String text, Style style) {}

  /**
   * How wide columns are, in half-width cells.
   *
   * @param cells one entry a column, 0 for an equal share of what is left; empty to share all
   *     equally
   */
  record Widths(List<Integer> cells) {
    static final Widths EQUAL = new Widths(List.of());
  }
}
