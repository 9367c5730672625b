package yibao.templates;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import yibao.templates.proof.DocumentSigner;

/**
 * An A4 document ready to print, hand over and preview. Immutable: every view is of the same bytes.
 */
public final class Document {
  private static final int WIDEST_DPI = 600;

  private final String title;
  private final byte[] pdf;
  private final Set<String> missing;

  /** A PDF that was made before, to be looked at. */
  public static Document of(String title, byte[] pdf) {
    return new Document(title, pdf, Set.of());
  }

  Document(String title, byte[] pdf, Set<String> missing) {
    this.title = title;
    this.pdf = pdf.clone();
    this.missing = Set.copyOf(missing);
  }

  /** What the paper is called, in Chinese; holds no personal data. */
  public String title() {
    return title;
  }

  /** The PDF/A-2b. */
  public byte[] pdf() {
    return pdf.clone();
  }

  /** Characters that no font holds; 〓 stands in their place. Worth a warning to staff. */
  public Set<String> missingCharacters() {
    return missing;
  }

  /**
   * This document with an office's digital signature over it.
   *
   * @param at the signing time stated in it
   */
  public Document signed(DocumentSigner signer, Instant at, ZoneId zone) {
    return new Document(title, signer.sign(pdf, title, at, zone), missing);
  }

  /** How many pages it has. */
  public int pages() {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read our own PDF", e);
    }
  }

  /**
   * One page by itself, for the printer that lost it. It is a page to print, no document to keep:
   * signature and tags stay behind.
   *
   * @param page from 0
   */
  public byte[] page(int page) {
    try (PDDocument document = Loader.loadPDF(pdf);
        PDDocument single = new PDDocument()) {
      single.importPage(document.getPage(page)).setResources(document.getPage(page).getResources());
      single.setDocumentInformation(new PDDocumentInformation());
      single.setDocumentId((long) page);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      single.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read our own PDF", e);
    }
  }

  /**
   * A PNG of one page.
   *
   * @param page from 0
   * @param dpi dots per inch, 36 to 600; 96 fills a full-HD screen's height
   */
  public byte[] preview(int page, int dpi) {
    if (dpi < 36 || dpi > WIDEST_DPI) {
      throw new IllegalArgumentException("a preview has 36 to 600 dots per inch, not " + dpi);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.RGB);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read our own PDF", e);
    }
  }
}
