package yibao.templates.document;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import org.apache.pdfbox.pdmodel.font.PDFont;
import yibao.templates.font.Glyph;
import yibao.templates.font.GlyphSource;
import yibao.templates.text.Cluster;

/**
 * A Tibetan syllable as outlines, which the PDF library cannot shape as text, with the text they
 * stand for.
 */
record TibetanDrawing(String text, GlyphSource glyphs, PDFont font) implements PageObjects.Drawing {

  @Override
  public void draw(Graphics2D pen, double width, double height) {
    Glyph glyph = glyphs.glyph(new Cluster(text)).orElseThrow();
    double em = height / (PageDom.TIBETAN_ABOVE + PageDom.TIBETAN_BELOW);
    double baseline = em * PageDom.TIBETAN_ABOVE;
    GeneralPath outline = glyph.outline();
    outline.transform(AffineTransform.getScaleInstance(em, em));
    outline.transform(AffineTransform.getTranslateInstance(0, baseline));
    pen.setColor(Color.BLACK);
    pen.fill(outline);
    InvisibleText invisible = new InvisibleText(text, font, glyph.advance() * em, em);
    ((PdfBoxGraphics2D) pen).setFontTextDrawer(invisible);
    pen.drawString(invisible.blank(), 0f, (float) baseline);
  }
}
