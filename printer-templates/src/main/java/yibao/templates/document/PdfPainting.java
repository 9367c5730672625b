package yibao.templates.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import yibao.templates.font.GlyphSource;
import yibao.templates.font.Typeface;

/** From XHTML to a tagged PDF/A-2b with subset fonts. Thread-safe, one document at a time. */
public final class PdfPainting {
  static final String FAMILY = "Paper";

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final GlyphSource glyphs;
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
  private final ReentrantLock oneAtATime = new ReentrantLock();

  public PdfPainting(GlyphSource glyphs) {
    this.glyphs = glyphs;
    // Its log would repeat a page's text; what matters comes as exceptions and in Pages.missing.
    XRLog.setLoggingEnabled(false);
  }

  /**
   * A painted document.
   *
   * @param missing the characters that are in no font and stand on paper as 〓
   */
  public record Pages(byte[] pdf, Set<String> missing) {}

  /**
   * Lays a document out and paints it. The same text at the same time gives the same bytes.
   *
   * @param at when it is made, as its metadata say; to the second
   * @throws IllegalArgumentException if the text is not well-formed XHTML
   */
  public Pages paint(String xhtml, ZonedDateTime at) {
    oneAtATime.lock();
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    // The metadata writer looks for an XML transformer in every jar of the context class loader, at
    // every document;
    // the platform's own one will do and is found at once.
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try (PDDocument pdf = new PDDocument()) {
      EmbeddedFonts fonts = new EmbeddedFonts(pdf);
      PageDom page = new PageDom(xhtml, glyphs);
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(pdf);
      builder.withW3cDocument(page.document(), null);
      builder.toStream(out);
      builder.withProducer("Yibao Kiosk");
      builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
      builder.usePdfUaAccessibility(true);
      builder.useColorProfile(colours);
      builder.useUnicodeLineBreaker(new ChineseLineBreaker());
      builder.useObjectDrawerFactory(new PageObjects(glyphs, fonts));
      builder.useExternalResourceAccessControl(
          (uri, type) -> uri.startsWith("data:"),
          ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
      use(builder, fonts, glyphs::regular, FAMILY, REGULAR);
      use(builder, fonts, glyphs::bold, FAMILY, BOLD);
      for (PageDom.Slice slice : page.slices()) {
        String family = slice.regular().family();
        use(builder, fonts, slice::regular, family, REGULAR);
        use(builder, fonts, () -> slice.bold().get().orElse(slice.regular()), family, BOLD);
      }
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        CreationTime.write(pdf, at);
        pdf.save(out);
      }
      return new Pages(out.toByteArray(), Set.copyOf(page.missing()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    } finally {
      thread.setContextClassLoader(loader);
      oneAtATime.unlock();
    }
  }

  private static void use(
      PdfRendererBuilder builder,
      EmbeddedFonts fonts,
      Supplier<Typeface> typeface,
      String family,
      int weight) {
    PDFontSupplier supplier =
        new PDFontSupplier(null) {
          @Override
          public PDFont supply() {
            return fonts.of(typeface.get());
          }
        };
    builder.useFont(supplier, family, weight, FontStyle.NORMAL, true);
  }
}
