package yibao.templates.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Tibetan, whose stacked letters must be shaped; Java2D does it, with the font this library brings.
 */
final class TibetanFont {
  private static final FontRenderContext FRACTIONAL = new FontRenderContext(null, true, true);
  private static final float EM = 1000;

  private final Font font;

  TibetanFont() {
    try (InputStream in = FontResources.open(FontResources.TIBETAN)) {
      font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(EM);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the Tibetan font", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the Tibetan font of this build is damaged", e);
    }
  }

  boolean covers(String text) {
    return font.canDisplayUpTo(text) < 0;
  }

  Glyph shape(String text) {
    char[] letters = text.toCharArray();
    GlyphVector shaped =
        font.layoutGlyphVector(FRACTIONAL, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    GeneralPath outline = new GeneralPath(shaped.getOutline());
    outline.transform(AffineTransform.getScaleInstance(1 / EM, 1 / EM));
    return new Glyph(outline, shaped.getGlyphPosition(shaped.getNumGlyphs()).getX() / EM, false);
  }
}
