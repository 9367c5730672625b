package yibao.templates.receipt;

import java.util.List;
import java.util.Set;
import yibao.templates.font.GlyphSource;

/** From a receipt in notation to laid-out paper and its two pictures; thread-safe. */
public final class ReceiptPainting {
  private final GlyphBitmaps glyphs;

  public ReceiptPainting(GlyphSource glyphs) {
    this.glyphs = new GlyphBitmaps(glyphs);
  }

  /** A receipt laid out for one printer. Immutable. */
  public final class Sheet {
    private final ReceiptPrinter printer;
    private final List<Band> bands;
    private final Set<String> missing;

    private Sheet(ReceiptPrinter printer, List<Band> bands, Set<String> missing) {
      this.printer = printer;
      this.bands = List.copyOf(bands);
      this.missing = Set.copyOf(missing);
    }

    /** The bytes that paint it on the printer. */
    public byte[] escPos() {
      return new EscPosPainter(printer, raster()).paint(bands);
    }

    /** A PNG of it, a pixel a dot. */
    public byte[] png() {
      return new PngPainter(printer.dots(), raster()).paint(bands);
    }

    /** The characters that are in no font and stand on paper as 〓. */
    public Set<String> missing() {
      return missing;
    }

    private Raster raster() {
      return new Raster(printer.dots(), glyphs);
    }
  }

  /**
   * Lays a receipt out.
   *
   * @throws NotationException if a line is not in the notation
   * @throws IllegalArgumentException if a QR text is too long for the paper
   */
  public Sheet layOut(String notation, ReceiptPrinter printer) {
    Layout layout = new Layout(printer, glyphs);
    List<Band> bands = layout.of(Notation.parse(notation));
    return new Sheet(printer, bands, layout.missing());
  }
}
