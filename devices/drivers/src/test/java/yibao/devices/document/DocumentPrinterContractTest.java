package yibao.devices.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.devices.printer.Paper;
import yibao.devices.printer.PrintOutcome;
import yibao.devices.printer.PrinterFault;
import yibao.simulators.document.DocumentPrinterSimulator;

/** IPP over HTTP, both ends. */
@Timeout(60)
class DocumentPrinterContractTest {
  private static final byte[] PDF = "%PDF-1.7 an invented page".getBytes(StandardCharsets.US_ASCII);

  private final DocumentPrinterSimulator device =
      new DocumentPrinterSimulator(Duration.ofMillis(200));
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final DocumentPrinter printer =
      new DocumentPrinter(
          device.address(),
          http,
          new DocumentPrinter.Limits(
              Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMillis(50)),
          System::nanoTime);

  @AfterEach
  void putAway() {
    http.close();
    device.close();
  }

  @Test
  void aDocumentIsPrintedWhenThePrinterSaysSo() {
    assertEquals(new PrintOutcome.Printed(), printer.print(PDF, "receipt-0001"));
    assertArrayEquals(PDF, device.printed().getFirst());
  }

  @ParameterizedTest
  @CsvSource({"OUT, PAPER_OUT", "JAMMED, PAPER_JAMMED"})
  void withoutPaperNothingIsHandedIn(DocumentPrinterSimulator.Paper paper, PrinterFault fault) {
    device.paper(paper);
    assertEquals(new PrintOutcome.NotPrinted(fault), printer.print(PDF, "job"));
    device.paper(DocumentPrinterSimulator.Paper.FULL);
    assertTrue(device.printed().isEmpty());
  }

  @Test
  void littlePaperIsReportedAndPrints() throws Exception {
    device.paper(DocumentPrinterSimulator.Paper.LOW);
    assertEquals(Paper.LOW, printer.status().paper());
    assertEquals(new PrintOutcome.Printed(), printer.print(PDF, "job"));
  }

  @Test
  void anOpenCoverIsNamed() throws Exception {
    device.cover(true);
    assertEquals(Optional.of(PrinterFault.COVER_OPEN), printer.status().obstacle());
  }

  @Test
  void aJobThatTakesTooLongIsTakenBackAndNeverComesOut() throws Exception {
    DocumentPrinterSimulator slow = new DocumentPrinterSimulator(Duration.ofMillis(800));
    try (slow) {
      DocumentPrinter waiting =
          new DocumentPrinter(
              slow.address(),
              http,
              new DocumentPrinter.Limits(
                  Duration.ofSeconds(3), Duration.ofMillis(300), Duration.ofMillis(50)),
              System::nanoTime);

      assertEquals(new PrintOutcome.Partly(PrinterFault.ABORTED), waiting.print(PDF, "job"));

      Thread.sleep(1000);
      assertEquals(List.of(), slow.printed());
    }
  }

  @Test
  void anAbortedJobIsNotPrinted() {
    device.abortNext();
    assertEquals(new PrintOutcome.Partly(PrinterFault.ABORTED), printer.print(PDF, "job"));
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    assertEquals(
        new PrintOutcome.NotPrinted(PrinterFault.REFUSED), printer.print(new byte[10], "job"));
  }

  @Test
  void aLostAnswerLeavesTheOutcomeUnknown() {
    device.dropNextAnswer();
    assertEquals(new PrintOutcome.Unknown(PrinterFault.LINE_LOST), printer.print(PDF, "job"));
  }

  @Test
  void anAbsentPrinterIsSilentAndFoundAgain() {
    device.pull();
    assertEquals(new PrintOutcome.NotPrinted(PrinterFault.SILENT), printer.print(PDF, "job"));
    device.plugIn();
    assertEquals(new PrintOutcome.Printed(), printer.print(PDF, "job"));
  }
}
