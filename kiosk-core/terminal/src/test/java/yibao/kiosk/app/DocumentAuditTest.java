package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.HandMadeTime;
import yibao.kiosk.paper.Paper;
import yibao.templates.Receipt;
import yibao.templates.ReceiptTemplates;
import yibao.templates.receipt.ReceiptPrinter;

/** What the audit record says of papers. */
class DocumentAuditTest {

  @Test
  void names_the_template_the_number_the_copy_and_the_outcome_and_nobody(@TempDir Path folder)
      throws IOException {
    ReceiptTemplates templates = ReceiptTemplates.load();
    Map<String, Object> sample = templates.sample("filing-result");
    Receipt receipt = templates.render("filing-result", sample, ReceiptPrinter.ofDots(576));
    try (AuditTrail trail = AuditTrail.open(folder, new HandMadeTime(), 1 << 20)) {
      DocumentAudit audit = new DocumentAudit(trail);

      audit.cameOut(
          new Paper.OnRoll(receipt, new Paper.Mark("filing-result", Optional.of("SL2026-7 号"), 2)),
          "printed");
    }

    String record = read(folder);
    assertTrue(record.contains("print.filing-result"), record);
    assertTrue(record.contains("SL2026-7"), record);
    assertTrue(record.contains("reprint-2.printed"), record);
    assertTrue(record.toLowerCase(java.util.Locale.ROOT).contains("citizen"), record);
    assertFalse(record.contains(sample.get("name").toString()), record);
    assertFalse(record.contains(sample.get("certno").toString()), record);
  }

  private static String read(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(DocumentAuditTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
