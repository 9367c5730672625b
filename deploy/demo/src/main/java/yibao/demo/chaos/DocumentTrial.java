package yibao.demo.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import yibao.devices.document.DocumentPrinter;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.SupervisedDocumentPrinter;
import yibao.simulators.document.DocumentPrinterSimulator;
import yibao.simulators.wire.NetworkRelay;

/** Prints a page over IPP. */
final class DocumentTrial implements LinkTrial {
  private static final byte[] PDF =
      ("%PDF-1.7\n" + "% a line of an invented page\n".repeat(20))
          .getBytes(StandardCharsets.US_ASCII);
  private static final DocumentPrinter.Limits LIMITS =
      new DocumentPrinter.Limits(
          Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofMillis(50));

  @Override
  public String label() {
    return "打印 A4（IPP）";
  }

  @Override
  public Outcome cutAfter(int bytes) throws InterruptedException {
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (DocumentPrinterSimulator device = new DocumentPrinterSimulator(Duration.ZERO);
        NetworkRelay relay = new NetworkRelay(device.address().getPort()).plugIn();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        SupervisedDocumentPrinter station =
            new SupervisedDocumentPrinter(
                    new DocumentPrinter(at(relay, device), http, LIMITS, System::nanoTime),
                    board,
                    new Random(bytes))
                .start()) {
      if (!LinkTrial.await(() -> LinkTrial.is(board, DeviceName.A4, DeviceState.ONLINE))) {
        return Outcome.FAILED;
      }
      relay.after(bytes);
      if (station.print(PDF, "A-1") instanceof PrintOutcome.Printed) {
        return device.printed().size() == 1 ? Outcome.OVER : Outcome.FAILED;
      }
      relay.pull();
      relay.plugIn();
      return Outcome.recovered(
          LinkTrial.await(() -> station.print(PDF, "A-2") instanceof PrintOutcome.Printed));
    }
  }

  private static URI at(NetworkRelay relay, DocumentPrinterSimulator device) {
    return URI.create("ipp://127.0.0.1:" + relay.port() + device.address().getPath());
  }
}
