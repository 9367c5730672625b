package yibao.demo.bench;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import yibao.templates.ReceiptTemplates;
import yibao.templates.document.PdfPainting;
import yibao.templates.font.GlyphSource;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.template.TemplateFiles;
import yibao.templates.template.TemplateFiles.Escaper;

/**
 * Paper: a receipt's bytes, a certificate's PDF, beside plain openhtmltopdf of the same page to the
 * same standard (PDF/A-2b, tagged, our fonts), and the memory left behind by ten thousand receipts.
 */
final class PaperBench implements Bench {
  private static final String FONTS = "/yibao/templates/fonts/";
  private static final String RECEIPT = "filing-result";
  private static final String DOCUMENT = "insured-certificate";

  /** What plain openhtmltopdf cannot draw: the QR symbol and the seal. */
  private static final Set<String> BEYOND_PLAIN = Set.of("verify", "sealName");

  private static final ZonedDateTime MADE_AT = ZonedDateTime.parse("2026-03-01T09:32:12+08:00");

  private static final int WARM_UP = 40;
  private static final int RENDERS = 40;
  private static final int MANY = 10_000;
  private static final double RECEIPT_BUDGET = 5;
  private static final double DOCUMENT_BUDGET = 80;
  private static final double SIZE_BUDGET = 120;
  private static final double RATIO_BUDGET = 1.2;
  private static final double GROWTH_BUDGET = 4;

  /** Time in milliseconds and the size of what came out. */
  private record Measured(double millis, int bytes) {}

  @Override
  public List<Figure> run() throws Exception {
    GlyphSource glyphs = new GlyphSource();
    ReceiptTemplates receipts = ReceiptTemplates.load(glyphs);
    Map<String, Object> data = receipts.sample(RECEIPT);
    ReceiptPrinter printer = ReceiptPrinter.ofDots(576);
    Callable<byte[]> receipt = () -> receipts.render(RECEIPT, data, printer).escPos();
    PdfPainting painting = new PdfPainting(glyphs);
    String page = page(Set.of());
    Measured whole = measure(() -> painting.paint(page, MADE_AT).pdf());
    String common = page(BEYOND_PLAIN);
    Measured ours = measure(() -> painting.paint(common, MADE_AT).pdf());
    Measured plain = measure(() -> plain(common));
    Measured bytes = measure(receipt);
    return List.of(
        millis("receipt, median", bytes.millis())
            .within("≤ 5 ms", bytes.millis() <= RECEIPT_BUDGET),
        millis("A4 certificate, median", whole.millis())
            .within("≤ 80 ms", whole.millis() <= DOCUMENT_BUDGET),
        ratio("A4 without QR and seal, time", ours.millis(), plain.millis(), "ms"),
        kilobytes("A4 certificate, size", whole.bytes())
            .within("≤ 120 KB", whole.bytes() / 1024.0 <= SIZE_BUDGET),
        ratio("A4 without QR and seal, size", ours.bytes() / 1024.0, plain.bytes() / 1024.0, "KB"),
        growth(receipt));
  }

  private static String page(Set<String> without) {
    TemplateFiles files =
        new TemplateFiles("/yibao/templates/documents/", ".html", List.of(), Escaper.HTML);
    Map<String, Object> data = new HashMap<>(files.sample(DOCUMENT));
    data.keySet().removeAll(without);
    return files.all().get(DOCUMENT).fill(data);
  }

  private static Measured measure(Callable<byte[]> render) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      render.call();
    }
    List<Double> millis = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < RENDERS; i++) {
      long start = System.nanoTime();
      bytes = render.call().length;
      millis.add((System.nanoTime() - start) / 1e6);
    }
    return new Measured(Median.of(millis), bytes);
  }

  private static byte[] plain(String page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(page, null);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(() -> font("NotoSansSC-Regular.ttf"), "Paper", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("NotoSansSC-Bold.ttf"), "Paper", 700, FontStyle.NORMAL, true);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static InputStream font(String name) {
    return PaperBench.class.getResourceAsStream(FONTS + name);
  }

  private static Figure growth(Callable<byte[]> receipt) throws Exception {
    long before = used();
    for (int i = 0; i < MANY; i++) {
      receipt.call();
    }
    double megabytes = (used() - before) / 1048576.0;
    return Figure.alone("heap after 10,000 receipts", format("%+.1f MB", megabytes))
        .within("flat", megabytes <= GROWTH_BUDGET);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Figure ratio(String name, double ours, double peer, String unit) {
    double ratio = ours / peer;
    return Figure.alone(name + " ÷ plain", format("%.1f " + unit, ours))
        .beside(format("openhtmltopdf %.1f " + unit, peer), ratio)
        .within("≤ 1.2", ratio <= RATIO_BUDGET);
  }

  private static Figure millis(String name, double millis) {
    return Figure.alone(name, format("%.2f ms", millis));
  }

  private static Figure kilobytes(String name, int bytes) {
    return Figure.alone(name, format("%.1f KB", bytes / 1024.0));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
