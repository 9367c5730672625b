package yibao.templates.document;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.HexFormat;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * The text that outlines stand for (ISO 32000-1 §14.9.4, ActualText), so that it can be searched
 * and copied. It hangs on one unpainted blank as wide as the outlines, because readers give an
 * ActualText only where they meet a character.
 *
 * @param width of what is drawn, in user space units
 * @param size of the font
 */
record InvisibleText(String actualText, PDFont font, double width, double size)
    implements IPdfBoxGraphics2DFontTextDrawer {
  /** A full-width space: all of its cell, no ink. */
  private static final String BLANK = "\u3000";

  /** Something to draw at the place where this text stands. */
  AttributedCharacterIterator blank() {
    return new AttributedString(BLANK).getIterator();
  }

  @Override
  public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
    return true;
  }

  @Override
  public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
      throws IOException {
    PDPageContentStream content = env.getContentStream();
    begin(content);
    content.beginText();
    content.setRenderingMode(RenderingMode.NEITHER);
    content.setFont(font, (float) size);
    content.setTextMatrix(new Matrix((float) (width / size), 0, 0, -1, 0, 0));
    content.showText(BLANK);
    content.endText();
    content.endMarkedContent();
  }

  @Override
  public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
    throw new UnsupportedOperationException("invisible text is not measured");
  }

  /**
   * PDFBox would put the properties into the resources, where poppler does not look for an
   * ActualText.
   */
  @SuppressWarnings("deprecation")
  private void begin(PDPageContentStream content) throws IOException {
    String utf16 =
        HexFormat.of().withUpperCase().formatHex(actualText.getBytes(StandardCharsets.UTF_16BE));
    content.appendRawCommands("/Span <</ActualText <FEFF" + utf16 + ">>> BDC\n");
  }
}
