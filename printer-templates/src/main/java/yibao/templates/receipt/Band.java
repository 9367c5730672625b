package yibao.templates.receipt;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import yibao.templates.text.Cluster;

/** A laid-out strip of paper; a receipt is a list of them from top to bottom. */
sealed interface Band {

  /** How far the paper moves, in dots. */
  int height();

  /**
   * A line of text.
   *
   * @param raster whether it holds a character the printer's own font lacks, so that it goes as an
   *     image
   */
  record Text(List<Piece> pieces, int height, boolean raster) implements Band {}

  /** A cluster and where it begins, in half-width cells from the left edge. */
  record Piece(Cluster cluster, int cell, int cells, Style style) {}

  /** A rule. */
  record Rule(int cells, int height) implements Band {}

  /** White. */
  record Gap(int height) implements Band {}

  /**
   * A QR symbol.
   *
   * @param symbol its modules drawn, without quiet zone
   * @param left white dots before it
   */
  record Qr(String text, int module, ErrorCorrectionLevel level, Bitmap symbol, int left)
      implements Band {
    @Override
    public int height() {
      return symbol.height();
    }
  }

  /** A cut. */
  record Cut() implements Band {
    @Override
    public int height() {
      return 0;
    }
  }
}
