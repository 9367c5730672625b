package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.printer.PrinterSettings;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.SerialCable;

class SupervisedReceiptPrinterTest {
  private static final int BAUD = 115200;

  @TempDir Path folder;
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<List<DeviceStatus>> states = new Heard<>();
  private ReceiptPrinterSimulator device;
  private SerialCable cable;
  private SupervisedReceiptPrinter station;

  @BeforeEach
  void begin() {
    device = new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres().at(2400), List.of());
    cable = new SerialCable(folder.resolve("printer"), BAUD, device, 3);
    PrinterSettings settings =
        new PrinterSettings(
            PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofSeconds(2), Duration.ofSeconds(3));
    station =
        new SupervisedReceiptPrinter(
            new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)),
            settings,
            board,
            new Random(3),
            System::nanoTime);
    board.subscribe(states);
  }

  @AfterEach
  void end() {
    station.close();
    cable.close();
    device.close();
  }

  @Test
  void aReceiptIsPrinted() throws Exception {
    online();
    assertEquals(new PrintOutcome.Printed(), station.print(receipt(3)));
    assertEquals(1, device.receipts().size());
  }

  @Test
  void withoutAPrinterNobodyWaits() throws Exception {
    station.start();
    await(DeviceState.NO_DEVICE);

    assertEquals(new PrintOutcome.NotPrinted("no-printer"), station.print(receipt(3)));

    cable.plugIn();
    await(DeviceState.ONLINE);
    assertEquals(new PrintOutcome.Printed(), station.print(receipt(3)));
  }

  @Test
  void paperIsWatchedWhileNobodyPrints() throws Exception {
    online();

    device.paper(ReceiptPrinterSimulator.Paper.LOW);
    assertEquals(Optional.of(PaperState.LOW), awaitPaper(PaperState.LOW).paper());

    device.paper(ReceiptPrinterSimulator.Paper.OUT);
    DeviceStatus out = awaitPaper(PaperState.OUT);
    assertEquals(DeviceState.USER_ERROR, out.state());
    assertEquals(Optional.of("paper-out"), out.cause());
    assertEquals(new PrintOutcome.NotPrinted("paper-out"), station.print(receipt(3)));

    device.paper(ReceiptPrinterSimulator.Paper.FULL);
    awaitPaper(PaperState.FULL);
    assertEquals(new PrintOutcome.Printed(), station.print(receipt(3)));
  }

  @Test
  void anOpenCoverIsForAPersonToClose() throws Exception {
    online();
    device.cover(true);
    assertEquals(Optional.of("cover-open"), await(DeviceState.USER_ERROR).cause());
    device.cover(false);
    await(DeviceState.ONLINE);
  }

  @Test
  void paperEndingInsideAReceiptIsPartlyAndTheNextReceiptIsWhole() throws Exception {
    online();
    device.paperEndsAfter(200);

    assertEquals(new PrintOutcome.Partly("paper-out"), station.print(receipt(30)));

    device.paper(ReceiptPrinterSimulator.Paper.FULL);
    awaitPaper(PaperState.FULL);
    assertEquals(new PrintOutcome.Printed(), station.print(receipt(3)));
  }

  @Test
  void aCablePulledWhileItPrintsIsNoPrintedReceiptAndThePrinterComesBack() throws Exception {
    online();
    CompletableFuture<PrintOutcome> outcome =
        CompletableFuture.supplyAsync(() -> station.print(receipt(60)));
    while (device.paper().isEmpty()) {
      Thread.sleep(5);
    }

    cable.pull();

    PrintOutcome ended = outcome.get(20, TimeUnit.SECONDS);
    assertEquals(
        "printer-line-lost",
        ended instanceof PrintOutcome.Unknown(String code)
            ? code
            : assertInstanceOf(PrintOutcome.Partly.class, ended).code());
    await(DeviceState.NO_DEVICE);
    cable.plugIn();
    await(DeviceState.ONLINE);
    assertEquals(new PrintOutcome.Printed(), station.print(receipt(3)));
  }

  @Test
  void aPrinterSwitchedOffGoesOfflineAndOnlineAgain() throws Exception {
    online();
    device.power(false);
    assertEquals(Optional.of("printer-silent"), await(DeviceState.OFFLINE).cause());
    device.power(true);
    await(DeviceState.ONLINE);
  }

  private void online() throws InterruptedException {
    cable.plugIn();
    station.start();
    await(DeviceState.ONLINE);
  }

  private DeviceStatus await(DeviceState state) throws InterruptedException {
    return states.until(list -> list.stream().anyMatch(s -> s.state() == state)).getFirst();
  }

  private DeviceStatus awaitPaper(PaperState paper) throws InterruptedException {
    return states
        .until(list -> list.stream().anyMatch(s -> s.paper().equals(Optional.of(paper))))
        .getFirst();
  }

  private static byte[] receipt(int lines) {
    ByteArrayOutputStream paint = new ByteArrayOutputStream();
    paint.writeBytes(new byte[] {0x1B, 0x40, 0x1C, 0x26});
    for (int i = 0; i < lines; i++) {
      paint.writeBytes(("您的备案已办结 " + i + "\n").getBytes(Charset.forName("GBK")));
    }
    paint.writeBytes(new byte[] {0x1D, 0x56, 0x42, 0x00});
    return paint.toByteArray();
  }
}
