package yibao.devices.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.printer.Paper;
import yibao.devices.printer.PrintOutcome;
import yibao.devices.printer.PrinterFault;

/** The printer of CUPS itself, IPP Everywhere; left out where it is not installed. */
@Timeout(90)
class CupsPrinterContractTest {
  private static final byte[] PDF = "%PDF-1.7 an invented page".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private EverywherePrinter device;

  @BeforeEach
  void start() throws Exception {
    Assumptions.assumeTrue(EverywherePrinter.installed(), "ippeveprinter is not installed");
    device = EverywherePrinter.start(folder);
    Assumptions.assumeTrue(device.runs(), "ippeveprinter cannot run here");
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    if (device != null) {
      device.stop();
    }
  }

  @Test
  void aDocumentArrivesByteForByteAndCountsWhenThePrinterSaysSo() throws Exception {
    assertEquals(new PrintOutcome.Printed(), printer().print(PDF, "job-0001"));
    assertArrayEquals(PDF, Files.readAllBytes(device.paper()));
  }

  @Test
  void anEmptyTrayIsSeenBeforeAnythingIsHandedInAndPrintsAgainOnceItIsFilled() throws Exception {
    device.tray(0);
    assertEquals(Paper.OUT, printer().status().paper());
    assertEquals(
        new PrintOutcome.NotPrinted(PrinterFault.PAPER_OUT), printer().print(PDF, "job-0002"));

    device.tray(250);
    assertEquals(new PrintOutcome.Printed(), printer().print(PDF, "job-0003"));
  }

  private DocumentPrinter printer() {
    return new DocumentPrinter(
        device.address(),
        http,
        new DocumentPrinter.Limits(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(100)),
        System::nanoTime);
  }
}
