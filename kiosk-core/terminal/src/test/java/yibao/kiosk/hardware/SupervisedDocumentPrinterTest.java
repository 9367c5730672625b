package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.devices.document.DocumentPrinter;
import yibao.simulators.document.DocumentPrinterSimulator;

/** Driver, owner and a printer that speaks IPP over HTTP. */
@Timeout(60)
class SupervisedDocumentPrinterTest {

  private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

  private final Heard<List<DeviceStatus>> heard = new Heard<>();
  private final DeviceBoard board =
      new DeviceBoard(InstantSource.fixed(Instant.parse("2026-11-22T01:00:00Z")));
  private final DocumentPrinterSimulator device = new DocumentPrinterSimulator(Duration.ZERO);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SupervisedDocumentPrinter printer =
      new SupervisedDocumentPrinter(
          new DocumentPrinter(
              device.address(),
              http,
              new DocumentPrinter.Limits(
                  Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(20)),
              System::nanoTime),
          board,
          new Random(1));

  @AfterEach
  void close() {
    printer.close();
    device.close();
    http.close();
  }

  private DeviceStatus await(Predicate<DeviceStatus> wanted) throws InterruptedException {
    Devices.Subscription listening = board.subscribe(heard);
    List<DeviceStatus> all = heard.until(now -> now.stream().anyMatch(wanted));
    listening.close();
    return all.stream().filter(wanted).findFirst().orElseThrow();
  }

  @Test
  void a_document_is_printed_when_the_printer_says_so() throws InterruptedException {
    printer.start();
    await(s -> s.state() == DeviceState.ONLINE);

    assertEquals(new PrintOutcome.Printed(), printer.print(PDF, "T-1"));
    assertEquals(1, device.printed().size());
  }

  @Test
  void without_paper_nothing_is_sent_and_staff_is_told() throws InterruptedException {
    device.paper(DocumentPrinterSimulator.Paper.OUT);
    printer.start();

    DeviceStatus status = await(s -> s.state() == DeviceState.USER_ERROR);

    assertEquals(Optional.of(PaperState.OUT), status.paper());
    assertEquals(new PrintOutcome.NotPrinted("paper-out"), printer.print(PDF, "T-1"));
    assertEquals(List.of(), device.printed());
  }

  @Test
  void a_printer_off_the_network_is_found_again_by_itself() throws InterruptedException {
    device.pull();
    printer.start();
    await(s -> s.state() == DeviceState.NO_DEVICE);
    assertEquals(new PrintOutcome.NotPrinted("no-printer"), printer.print(PDF, "T-1"));

    device.plugIn();

    await(s -> s.state() == DeviceState.ONLINE);
    assertEquals(new PrintOutcome.Printed(), printer.print(PDF, "T-1"));
  }
}
