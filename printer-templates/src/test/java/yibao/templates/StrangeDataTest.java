package yibao.templates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yibao.templates.receipt.ReceiptPrinter;

/** Every paper with the longest and strangest text in each field that holds Chinese. */
class StrangeDataTest {
  private static final ReceiptTemplates RECEIPTS = ReceiptTemplates.load();
  private static final DocumentTemplates DOCUMENTS = DocumentTemplates.load();
  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-03-01T09:32:12+08:00");
  private static final String STRANGE =
      "新疆维吾尔自治区巴音郭楞蒙古自治州某某县某某镇某某村（原某某公社）；𠅤𬭎䶮㛃·阿卜杜热依木·吐尔逊尼亚孜，བོད་ཡིག"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz，é😀，“引号”《书名》……—";

  static List<String> receipts() {
    return List.copyOf(RECEIPTS.names());
  }

  static List<String> documents() {
    return List.copyOf(DOCUMENTS.names());
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void noLineOfAReceiptIsWiderThanItsPaper(String name) {
    Map<String, Object> data = strange(RECEIPTS.sample(name));
    for (int dots : new int[] {384, 512, 576}) {
      Receipt receipt = RECEIPTS.render(name, data, ReceiptPrinter.ofDots(dots));
      PaperGallery.keep(name + "-" + dots + "-strange.png", receipt.png());

      EscPosReader paper = EscPosReader.read(receipt.escPos());

      paper
          .text()
          .lines()
          .forEach(
              line ->
                  assertTrue(
                      line.getBytes(Charset.forName("GBK")).length <= dots / 12,
                      name + " " + dots + ": " + line));
      assertTrue(paper.images().stream().allMatch(image -> image.getWidth() <= dots), name);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void noTextOfADocumentLeavesItsPage(String name) throws IOException {
    Document document = DOCUMENTS.render(name, strange(DOCUMENTS.sample(name)), AT);
    PaperGallery.keep(name + "-strange.pdf", document.pdf());

    try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          boolean inside =
              text.getXDirAdj() >= 0
                  && text.getXDirAdj() + text.getWidthDirAdj() <= text.getPageWidth() - 28;
          assertTrue(inside, () -> name + ": " + text.getUnicode() + " at " + text.getXDirAdj());
        }
      }.getText(pdf);
    }
  }

  private static Map<String, Object> strange(Map<String, Object> sample) {
    Map<String, Object> strange = new LinkedHashMap<>();
    sample.forEach((field, value) -> strange.put(field, strange(value)));
    return strange;
  }

  @SuppressWarnings("unchecked")
  private static Object strange(Object value) {
    return switch (value) {
      case Map<?, ?> map -> strange((Map<String, Object>) map);
      case List<?> list -> {
        List<Object> rows = new ArrayList<>();
        list.forEach(row -> rows.add(strange(row)));
        yield rows;
      }
      case String text when text.codePoints().anyMatch(Character::isIdeographic) -> text + STRANGE;
      default -> value;
    };
  }
}
