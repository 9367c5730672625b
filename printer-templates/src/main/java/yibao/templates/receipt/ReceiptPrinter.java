package yibao.templates.receipt;

import java.util.Objects;

/**
 * What a template must know of the printer; from configuration, because a printer cannot be asked
 * for it.
 *
 * @param dots dots across the paper: 384 on 58 mm, 576 or 512 on 80 mm; others exist
 * @param repertoire the characters it prints by itself
 * @param qr who draws QR symbols
 */
public record ReceiptPrinter(int dots, Repertoire repertoire, QrDrawing qr) {

  /** The width of 180-dpi heads (Epson TM-T88 class); other widths have 203 dpi. */
  private static final int COARSE_DOTS = 512;

  /** Who draws QR symbols. */
  public enum QrDrawing {
    /** We do, as an image: every printer can. */
    IMAGE,
    /**
     * The printer, by GS ( k: a hundred bytes instead of thousands; cheap printers print the text
     * instead.
     */
    PRINTER
  }

  public ReceiptPrinter {
    Objects.requireNonNull(repertoire);
    Objects.requireNonNull(qr);
    if (dots < 192 || dots > 832) {
      throw new IllegalArgumentException("a receipt is 192 to 832 dots wide, not " + dots);
    }
  }

  /** A printer with GBK whose QR symbols are drawn for it. */
  public static ReceiptPrinter ofDots(int dots) {
    return new ReceiptPrinter(dots, Repertoire.GBK, QrDrawing.IMAGE);
  }

  /**
   * White between two lines of text, in dots: both classes of printer set six lines to the inch.
   */
  int leading() {
    return isCoarse() ? 6 : 10;
  }

  /** How the printer counts paper it feeds: on a 180-dpi head in half dots, else in dots. */
  int feedUnits(int dotsOfPaper) {
    return isCoarse() ? 2 * dotsOfPaper : dotsOfPaper;
  }

  private boolean isCoarse() {
    return dots == COARSE_DOTS;
  }

  /** Half-width cells in a line. */
  int cells() {
    return dots / Cells.WIDTH;
  }
}
