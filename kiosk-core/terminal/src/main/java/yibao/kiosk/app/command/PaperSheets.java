package yibao.kiosk.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import yibao.templates.Document;
import yibao.templates.DocumentTemplates;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;
import yibao.templates.template.Sample;

/**
 * Contact sheets of every paper with ordinary, longest and strangest data: a receipt on each width
 * of roll, a document page by page.
 */
final class PaperSheets {
  private static final int[] WIDTHS = {384, 512, 576};

  private final ReceiptTemplates receipts;
  private final DocumentTemplates documents;
  private final int dpi;

  /**
   * @param dpi dots per inch of documents
   */
  PaperSheets(ReceiptTemplates receipts, DocumentTemplates documents, int dpi) {
    this.receipts = receipts;
    this.documents = documents;
    this.dpi = dpi;
  }

  /**
   * Writes a PNG for each paper and kind of data: {@code receipt-NAME-longest.png}, {@code
   * document-NAME-ordinary.png} …
   *
   * @param told hears of characters that no font holds
   * @return how many
   */
  int write(Path folder, PrintWriter told) throws IOException {
    Files.createDirectories(folder);
    ZonedDateTime now = ZonedDateTime.now();
    int written = 0;
    for (Sample kind : Sample.values()) {
      String ending = "-" + kind.name().toLowerCase(Locale.ROOT) + ".png";
      for (String name : receipts.names()) {
        receipt(name, kind).write(folder.resolve("receipt-" + name + ending));
        written++;
      }
      for (String name : documents.names()) {
        document(name, kind, now, told).write(folder.resolve("document-" + name + ending));
        written++;
      }
    }
    return written;
  }

  private ContactSheet receipt(String name, Sample kind) throws IOException {
    ContactSheet sheet = new ContactSheet();
    for (int dots : WIDTHS) {
      Map<String, Object> fields = receipts.sample(name, kind);
      sheet.add(receipts.render(name, fields, ReceiptPrinter.ofDots(dots)).png());
    }
    return sheet;
  }

  private ContactSheet document(String name, Sample kind, ZonedDateTime now, PrintWriter told)
      throws IOException {
    ContactSheet sheet = new ContactSheet();
    Document document = documents.render(name, documents.sample(name, kind), now);
    for (int page = 0; page < document.pages(); page++) {
      sheet.add(document.preview(page, dpi));
    }
    document
        .missingCharacters()
        .forEach(character -> told.println(name + "：没有字体能显示这个字，已印成〓：" + character));
    return sheet;
  }
}
