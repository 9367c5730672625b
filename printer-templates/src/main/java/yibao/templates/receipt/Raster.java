package yibao.templates.receipt;

import yibao.templates.receipt.Band.Piece;

/** Draws bands as dots, as wide as the paper. */
final class Raster {
  private final int dots;
  private final GlyphBitmaps glyphs;

  Raster(int dots, GlyphBitmaps glyphs) {
    this.dots = dots;
    this.glyphs = glyphs;
  }

  Bitmap draw(Band band) {
    Bitmap bitmap = new Bitmap(dots, band.height());
    switch (band) {
      case Band.Text text -> text.pieces().forEach(piece -> draw(piece, text, bitmap));
      case Band.Rule rule -> bitmap.blacken(0, Cells.HEIGHT / 2 - 1, rule.cells() * Cells.WIDTH, 2);
      case Band.Qr qr -> bitmap.stamp(qr.symbol(), qr.left(), 0);
      case Band.Gap _, Band.Cut _ -> {}
    }
    return bitmap;
  }

  private void draw(Piece piece, Band.Text line, Bitmap bitmap) {
    Style style = piece.style();
    boolean tibetan = line.pieces().stream().anyMatch(other -> other.cluster().isTibetan());
    int high = line.pieces().stream().mapToInt(other -> other.style().high()).max().orElse(1);
    // Sizes stand on one baseline, as the printer sets them.
    int top = Cells.HEIGHT * (high - style.high()) + (tibetan ? Cells.TIBETAN_ABOVE * high : 0);
    int left = piece.cell() * Cells.WIDTH;
    if (piece.cluster().base() != ' ') {
      Bitmap glyph = glyphs.bitmap(piece.cluster(), piece.cells(), style);
      int y = piece.cluster().isTibetan() ? top - Cells.TIBETAN_ABOVE * style.high() : top;
      bitmap.stamp(glyph, left, y);
      if (style.bold()) {
        for (int shift = 1; shift <= style.wide(); shift++) {
          bitmap.stamp(glyph, left + shift, y);
        }
      }
    }
    if (style.inverted()) {
      bitmap.invert(
          left, top, piece.cells() * style.wide() * Cells.WIDTH, Cells.HEIGHT * style.high());
    }
  }
}
