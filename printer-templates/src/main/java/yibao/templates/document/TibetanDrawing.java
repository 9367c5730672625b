package yibao.templates.document;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import yibao.templates.font.Glyph;
import yibao.templates.font.GlyphSource;
import yibao.templates.text.Cluster;

/**
 * A Tibetan syllable as outlines, with the text they stand for, so that it can be searched and
 * copied.
 */
record TibetanDrawing(String text, GlyphSource glyphs) implements PageObjects.Drawing {

  @Override
  public void draw(Graphics2D pen, double width, double height) {
    Glyph glyph = glyphs.glyph(new Cluster(text)).orElseThrow();
    double em = height / (PageDom.TIBETAN_ABOVE + PageDom.TIBETAN_BELOW);
    GeneralPath outline = glyph.outline();
    outline.transform(AffineTransform.getScaleInstance(em, em));
    outline.transform(AffineTransform.getTranslateInstance(0, em * PageDom.TIBETAN_ABOVE));
    COSDictionary actualText = new COSDictionary();
    actualText.setString("ActualText", text);
    ((PdfBoxGraphics2D) pen)
        .drawInMarkedContentSequence(
            COSName.getPDFName("Span"),
            PDPropertyList.create(actualText),
            marked -> {
              marked.setColor(Color.BLACK);
              marked.fill(outline);
            });
  }
}
