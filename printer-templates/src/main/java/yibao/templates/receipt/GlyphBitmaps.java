package yibao.templates.receipt;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yibao.templates.font.Glyph;
import yibao.templates.font.GlyphSource;
import yibao.templates.text.Cluster;

/**
 * Glyphs as dots at the sizes of a receipt printer's cells, kept for the next receipt; thread-safe.
 */
final class GlyphBitmaps {
  /** Shown for a character that is in no font. */
  static final Cluster MISSING = new Cluster("〓");

  private static final int KEPT = 4_000;
  private static final int INK = 110;
  private static final double HAN_EM = 24;
  private static final double LATIN_EM = 21;
  private static final double TIBETAN_EM = 26;
  private static final int BASELINE = 21;

  /** Letters stand one dot higher than Chinese, so that their descenders fit into the cell. */
  private static final int LATIN_BASELINE = 20;

  /** Mincho hairlines are half a dot at this size; they are drawn this much wider, in dots. */
  private static final float THICKENING = 0.9f;

  private final GlyphSource glyphs;
  private final Map<Key, Bitmap> drawn =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bitmap> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(String text, int cells, int wide, int high) {}

  GlyphBitmaps(GlyphSource glyphs) {
    this.glyphs = glyphs;
  }

  /**
   * How many half-width cells a cluster that the printer cannot print needs; empty if it is in no
   * font.
   */
  Optional<Integer> cells(Cluster cluster) {
    return glyphs
        .glyph(cluster)
        .map(
            glyph ->
                Math.max(1, (int) Math.ceil(glyph.advance() * em(cluster) / Cells.WIDTH - 0.1)));
  }

  /**
   * The cluster's dots: as wide as its cells, as high as the line of its size; Tibetan reaches
   * {@link Cells#TIBETAN_ABOVE} dots higher and below the line.
   */
  Bitmap bitmap(Cluster cluster, int cells, Style style) {
    Key key = new Key(cluster.text(), cells, style.wide(), style.high());
    synchronized (drawn) {
      Bitmap known = drawn.get(key);
      if (known != null) {
        return known;
      }
    }
    Bitmap bitmap = draw(cluster, cells, style);
    synchronized (drawn) {
      drawn.put(key, bitmap);
    }
    return bitmap;
  }

  private Bitmap draw(Cluster cluster, int cells, Style style) {
    Glyph glyph = glyphs.glyph(cluster).or(() -> glyphs.glyph(MISSING)).orElseThrow();
    int width = cells * Cells.WIDTH * style.wide();
    int above = cluster.isTibetan() ? Cells.TIBETAN_ABOVE : 0;
    int below = cluster.isTibetan() ? Cells.TIBETAN_BELOW : 0;
    int height = (above + Cells.HEIGHT + below) * style.high();
    double em = em(cluster);
    double room = cells * Cells.WIDTH;
    double advance = glyph.advance() * em;
    double squeeze = advance > room ? room / advance : 1;
    // Syllables fill their cells so that a Tibetan line shows no gaps.
    double stretch = cluster.isTibetan() ? room / advance : squeeze;
    GeneralPath outline = glyph.outline();
    outline.transform(
        AffineTransform.getScaleInstance(em * stretch * style.wide(), em * style.high()));
    double left = (room - advance * stretch) / 2 * style.wide();
    outline.transform(
        AffineTransform.getTranslateInstance(left, (above + baseline(cluster)) * style.high()));
    return threshold(outline, glyph.fine() ? THICKENING * style.wide() : 0, width, height);
  }

  private static double em(Cluster cluster) {
    if (cluster.isTibetan()) {
      return TIBETAN_EM;
    }
    return isLatin(cluster) ? LATIN_EM : HAN_EM;
  }

  private static double baseline(Cluster cluster) {
    return isLatin(cluster) ? LATIN_BASELINE : BASELINE;
  }

  private static boolean isLatin(Cluster cluster) {
    return cluster.base() < 0x0F00 && cluster.base() != 0xB7;
  }

  private static Bitmap threshold(GeneralPath outline, float thicker, int width, int height) {
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Color.WHITE);
    pen.fill(outline);
    if (thicker > 0) {
      pen.setStroke(new BasicStroke(thicker));
      pen.draw(outline);
    }
    pen.dispose();
    byte[] ink = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    Bitmap bitmap = new Bitmap(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if ((ink[y * width + x] & 0xFF) >= INK) {
          bitmap.blacken(x, y);
        }
      }
    }
    return bitmap;
  }
}
