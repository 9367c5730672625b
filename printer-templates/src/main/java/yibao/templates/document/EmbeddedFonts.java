package yibao.templates.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import yibao.templates.font.Typeface;

/**
 * One document's embedded subsets of the shared fonts. They are parsed once for all documents:
 * parsing ten megabytes would cost more than a whole page.
 */
final class EmbeddedFonts {
  private final PDDocument document;
  private final Map<Typeface, PDFont> embedded = new HashMap<>();

  EmbeddedFonts(PDDocument document) {
    this.document = document;
  }

  PDFont of(Typeface typeface) {
    return embedded.computeIfAbsent(typeface, this::embed);
  }

  private PDFont embed(Typeface typeface) {
    try {
      return PDType0Font.load(document, typeface.trueType(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot embed " + typeface.family(), e);
    }
  }
}
