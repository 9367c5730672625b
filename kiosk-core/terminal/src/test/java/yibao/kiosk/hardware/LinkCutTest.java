package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.document.DocumentPrinter;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.PortOpener;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.port.TcpPortOpener;
import yibao.devices.printer.PrinterSettings;
import yibao.devices.scan.ScanProtocol;
import yibao.devices.scan.ScanSettings;
import yibao.simulators.document.DocumentPrinterSimulator;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.scan.ScanEngineSimulator;
import yibao.simulators.wire.LinkCut;
import yibao.simulators.wire.NetworkCable;
import yibao.simulators.wire.NetworkRelay;
import yibao.simulators.wire.SerialCable;

/**
 * The cable falls out at a byte of an exchange and is plugged in again: the device works on without
 * anybody's doing. A spread of bytes; {@code deploy/kiosk chaos devices} takes them all.
 */
@Timeout(60)
class LinkCutTest {
  private static final int BAUD = 115200;
  private static final byte[] RECEIPT =
      ("\u001b@" + "a line of a receipt\n".repeat(40) + "\n\u001dV\0")
          .getBytes(StandardCharsets.US_ASCII);

  private static final byte[] PDF =
      ("%PDF-1.7\n" + "% a line of an invented page\n".repeat(20))
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<List<DeviceStatus>> states = new Heard<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 10, 14, 25, 44, 60, 200, 1000, 1300})
  void aCardIsReadAfterTheReadersCableFellOut(int bytes) throws Exception {
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    LinkCut cut = new LinkCut(device);
    Heard<IdCardEvent> events = new Heard<>();
    try (SerialCable cable = new SerialCable(folder.resolve("id-card"), BAUD, cut, 3).plugIn();
        SupervisedIdCardReader station =
            new SupervisedIdCardReader(
                    IdCardReaderOpener.on(
                        new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)),
                        SdtDialect.STANDARD,
                        System::nanoTime),
                    board,
                    new Random(3),
                    System::nanoTime)
                .start()) {
      board.subscribe(states);
      await(DeviceName.ID_CARD, DeviceState.ONLINE);
      cut.after(bytes);
      device.lay(card());
      Devices.Subscription watch = station.watch(events);
      await(DeviceName.ID_CARD, DeviceState.NO_DEVICE);

      cable.plugIn();

      events.until(IdCardEvent.Read.class::isInstance);
      await(DeviceName.ID_CARD, DeviceState.ONLINE);
      watch.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 9, 16, 40, 300, 700})
  void aReceiptIsNeverCalledPrintedWhenTheCableFellOutAndTheNextOneIs(int bytes) throws Exception {
    ReceiptPrinterSimulator device =
        new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres().at(2400), List.of());
    LinkCut cut = new LinkCut(device);
    try (SerialCable cable = new SerialCable(folder.resolve("printer"), BAUD, cut, 3).plugIn()) {
      printsAfter(
          bytes, cut, new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)), cable::plugIn);
    } finally {
      device.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 9, 16, 40, 300, 700})
  void soIsOneSentOverTheNetwork(int bytes) throws Exception {
    ReceiptPrinterSimulator device =
        new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres().at(2400), List.of());
    LinkCut cut = new LinkCut(device);
    try (NetworkCable cable = new NetworkCable(0, cut).plugIn()) {
      printsAfter(
          bytes,
          cut,
          new TcpPortOpener("127.0.0.1", cable.port(), Duration.ofSeconds(2)),
          cable::plugIn);
    } finally {
      device.close();
    }
  }

  private void printsAfter(int bytes, LinkCut cut, PortOpener line, Runnable plugIn)
      throws Exception {
    PrinterSettings settings =
        new PrinterSettings(
            PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofSeconds(2), Duration.ofSeconds(3));
    try (SupervisedReceiptPrinter station =
        new SupervisedReceiptPrinter(line, settings, board, new Random(3), System::nanoTime)
            .start()) {
      board.subscribe(states);
      await(DeviceName.PRINTER, DeviceState.ONLINE);
      cut.after(bytes);
      assertFalse(station.print(RECEIPT) instanceof PrintOutcome.Printed);
      await(DeviceName.PRINTER, DeviceState.NO_DEVICE);

      plugIn.run();

      await(DeviceName.PRINTER, DeviceState.ONLINE);
      assertEquals(new PrintOutcome.Printed(), station.print(RECEIPT));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 16, 20, 33, 40, 55, 61})
  void aCodeIsReadAfterTheScannersCableFellOut(int bytes) throws Exception {
    ScanEngineSimulator device = new ScanEngineSimulator(ScanEngineSimulator.Maker.NEWLAND);
    LinkCut cut = new LinkCut(device);
    Heard<ScanStation.Scanned> codes = new Heard<>();
    try (SerialCable cable = new SerialCable(folder.resolve("scan"), BAUD, cut, 3).plugIn();
        SupervisedScanner station =
            new SupervisedScanner(
                    new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)),
                    ScanSettings.usual(ScanProtocol.NEWLAND),
                    board,
                    new Random(3),
                    System::nanoTime)
                .start()) {
      board.subscribe(states);
      await(DeviceName.SCAN, DeviceState.ONLINE);
      cut.after(bytes);
      device.hold("4243754826492874240001130000");
      station.watch(codes);
      await(DeviceName.SCAN, DeviceState.NO_DEVICE);

      cable.plugIn();
      device.hold("4249999999999999999901130000");

      codes.until(code -> code.text().equals("4249999999999999999901130000"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 300, 600, 900, 1300})
  void aPageIsNeverCalledPrintedWhenTheLinkWasCutAndTheNextOneIs(int bytes) throws Exception {
    try (DocumentPrinterSimulator device = new DocumentPrinterSimulator(Duration.ZERO);
        NetworkRelay relay = new NetworkRelay(device.address().getPort()).plugIn();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        SupervisedDocumentPrinter station =
            new SupervisedDocumentPrinter(
                    new DocumentPrinter(
                        URI.create("ipp://127.0.0.1:" + relay.port() + "/ipp/print"),
                        http,
                        new DocumentPrinter.Limits(
                            Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofMillis(50)),
                        System::nanoTime),
                    board,
                    new Random(3))
                .start()) {
      board.subscribe(states);
      await(DeviceName.A4, DeviceState.ONLINE);
      relay.after(bytes);
      assertFalse(station.print(PDF, "A-1") instanceof PrintOutcome.Printed);

      relay.plugIn();

      await(DeviceName.A4, DeviceState.ONLINE);
      assertEquals(new PrintOutcome.Printed(), station.print(PDF, "A-2"));
    }
  }

  private void await(DeviceName name, DeviceState state) throws InterruptedException {
    states.until(all -> all.stream().anyMatch(s -> s.name() == name && s.state() == state));
  }

  private static CardContent card() {
    return new CardContent.Resident(
        "张三",
        "1",
        "01",
        LocalDate.of(1949, 12, 31),
        "北京市朝阳区测试路1号",
        "11010519491231002X",
        "北京市公安局朝阳分局",
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }
}
