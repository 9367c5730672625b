package yibao.devices.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yibao.devices.port.PortException;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.printer.PrintedReceipt;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.SerialCable;

/** Driver and simulator on the two ends of a real pseudo-terminal. */
@Timeout(30)
class ReceiptPrinterContractTest {
  private static final int BAUD = 115200;
  private static final PrinterModel FAST = PrinterModel.eightyMillimetres().at(24_000);
  private static final PrinterSettings SHORT =
      new PrinterSettings(
          PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofSeconds(2), Duration.ofSeconds(2));

  @TempDir Path folder;
  private ReceiptPrinterSimulator device;
  private SerialCable cable;
  private ReceiptPrinter printer;

  @BeforeEach
  void plugIn() throws PortException {
    begin(FAST, SHORT, SerialSettings.at(BAUD));
  }

  @AfterEach
  void putAway() {
    printer.close();
    cable.close();
    device.close();
  }

  @Test
  void aReceiptIsPrintedByteForByte() {
    byte[] paint = Receipts.of("您的备案已办结", 12);

    assertEquals(new PrintOutcome.Printed(), printer.print(paint));

    PrintedReceipt paper = device.receipts().getFirst();
    assertArrayEquals(paint, paper.bytes());
    assertTrue(paper.cut());
    assertEquals(576, paper.image().getWidth());
    assertEquals(List.of(), device.complaints());
  }

  @Test
  void oneReceiptAfterAnotherEachOnItsOwnPaper() {
    for (int i = 0; i < 5; i++) {
      assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("第" + i + "张", 3)));
    }
    assertEquals(5, device.receipts().size());
  }

  @Test
  void theSensorIsProofEnoughForACheapPrinter() throws PortException {
    putAway();
    begin(
        PrinterModel.cheapFiftyEightMillimetres().at(24_000),
        new PrinterSettings(
            PrinterSettings.Proof.PAPER_SENSOR, 256, Duration.ofSeconds(2), Duration.ofSeconds(2)),
        SerialSettings.at(BAUD));

    assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("小票", 3)));
    assertEquals(List.of(), device.complaints());
  }

  @Test
  void theModelTellsItsName() throws PortException {
    assertEquals(Optional.of("SIM"), printer.model());
  }

  @ParameterizedTest
  @EnumSource(names = {"OUT", "JAMMED"})
  void withoutPaperNothingIsSent(ReceiptPrinterSimulator.Paper paper) throws Exception {
    device.paper(paper);

    PrinterFault cause =
        paper == ReceiptPrinterSimulator.Paper.OUT
            ? PrinterFault.PAPER_OUT
            : PrinterFault.PAPER_JAMMED;
    assertEquals(new PrintOutcome.NotPrinted(cause), printer.print(Receipts.of("无纸", 3)));

    device.paper(ReceiptPrinterSimulator.Paper.FULL);
    assertEquals(Paper.FULL, printer.status().orElseThrow().paper());
    until(() -> device.waiting() == 0);
    assertEquals(Optional.empty(), device.paper());
  }

  @Test
  void littlePaperIsReportedAndPrints() throws PortException {
    device.paper(ReceiptPrinterSimulator.Paper.LOW);

    assertEquals(Paper.LOW, printer.status().orElseThrow().paper());
    assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("快没纸了", 3)));
  }

  @Test
  void anOpenCoverKeepsFromPrinting() {
    device.cover(true);
    assertEquals(
        new PrintOutcome.NotPrinted(PrinterFault.COVER_OPEN), printer.print(Receipts.of("开盖", 3)));

    device.cover(false);
    assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("合盖", 3)));
  }

  @Test
  void paperThatEndsInsideAReceiptMakesItPartlyPrintedAndNothingFollowsOnTheNewRoll() {
    device.paperEndsAfter(150);

    assertEquals(
        new PrintOutcome.Partly(PrinterFault.PAPER_OUT), printer.print(Receipts.of("长凭条", 20)));

    device.paper(ReceiptPrinterSimulator.Paper.FULL);
    assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("下一位", 3)));
    assertEquals(2, device.receipts().size(), "the torn piece and the next person's receipt");
    assertArrayEquals(Receipts.of("下一位", 3), device.receipts().getLast().bytes());
  }

  @Test
  void aJammedKnifeIsNoPrintedReceipt() {
    device.jamCutter();
    assertEquals(new PrintOutcome.Partly(PrinterFault.CUTTER), printer.print(Receipts.of("切刀", 3)));
  }

  @Test
  void aHotHeadIsWaitedFor() throws Exception {
    device.overheated(true);
    assertEquals(
        new PrintOutcome.NotPrinted(PrinterFault.OVERHEATED), printer.print(Receipts.of("热", 2)));
    device.overheated(false);
    assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("凉", 2)));
  }

  @Test
  void aPrinterThatNeverConfirmsLeavesTheOutcomeUnknown() {
    device.muteProof(true);
    assertEquals(
        new PrintOutcome.Unknown(PrinterFault.UNPROVEN), printer.print(Receipts.of("无回应", 3)));
  }

  @Test
  void aPrinterThatIsSwitchedOffIsSilent() throws Exception {
    device.power(false);
    assertEquals(
        new PrintOutcome.NotPrinted(PrinterFault.SILENT), printer.print(Receipts.of("关机", 3)));

    device.power(true);
    Optional<PrinterStatus> started = printer.status();
    while (started.isEmpty()) {
      started = printer.status();
    }
    assertEquals(new PrintOutcome.Printed(), printer.print(Receipts.of("开机", 3)));
  }

  @Test
  void switchedOffWhileItPrintsTheOutcomeIsNotPrinted() throws Exception {
    putAway();
    begin(PrinterModel.eightyMillimetres().at(600), SHORT, SerialSettings.at(BAUD));
    CompletableFuture<PrintOutcome> outcome =
        CompletableFuture.supplyAsync(() -> printer.print(Receipts.of("断电", 12)));
    until(() -> device.paper().isPresent());

    device.power(false);
    device.power(true);

    assertEquals(
        new PrintOutcome.Unknown(PrinterFault.UNPROVEN), outcome.get(20, TimeUnit.SECONDS));
    assertTrue(device.receipts().isEmpty());
  }

  @Test
  void aPowerFailureInsideALongReceiptLeavesAGapInTheProof() throws Exception {
    putAway();
    PrinterSettings patient =
        new PrinterSettings(
            PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofSeconds(5), Duration.ofSeconds(5));
    begin(FAST, patient, SerialSettings.at(BAUD));
    // Long enough to be still on the line when the printer has started again.
    CompletableFuture<PrintOutcome> outcome =
        CompletableFuture.supplyAsync(() -> printer.print(Receipts.of("很长的凭条", 1500)));
    until(() -> device.paper().isPresent());

    device.power(false);
    device.power(true);

    assertEquals(
        new PrintOutcome.Unknown(PrinterFault.UNPROVEN), outcome.get(20, TimeUnit.SECONDS));
    assertTrue(device.paper().isPresent(), "the end of it was printed all the same");
  }

  @Test
  void aCablePulledWhileItPrintsIsNoPrintedReceipt() throws Exception {
    putAway();
    begin(PrinterModel.eightyMillimetres().at(600), SHORT, SerialSettings.at(BAUD));
    CompletableFuture<PrintOutcome> outcome =
        CompletableFuture.supplyAsync(() -> printer.print(Receipts.of("拔线", 12)));
    until(() -> device.paper().isPresent());

    cable.pull();

    assertEquals(
        new PrintOutcome.Unknown(PrinterFault.LINE_LOST), outcome.get(20, TimeUnit.SECONDS));
    assertTrue(printer.lost());
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "XON_XOFF"})
  void aSmallBufferLosesNothing(PrinterModel.Flow flow) throws PortException {
    putAway();
    SerialSettings.Flow line =
        flow == PrinterModel.Flow.XON_XOFF
            ? SerialSettings.Flow.XON_XOFF
            : SerialSettings.Flow.NONE;
    begin(FAST.with(45, flow), SHORT, new SerialSettings(BAUD, line));
    byte[] paint = Receipts.of("小缓冲区也要逐字打完", 60);

    assertEquals(new PrintOutcome.Printed(), printer.print(paint));

    assertArrayEquals(paint, device.receipts().getFirst().bytes());
  }

  @Test
  void aPrinterThatTakesNothingDoesNotHoldUsForEver() throws Exception {
    putAway();
    PrinterSettings hurried =
        new PrinterSettings(
            PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofMillis(500), Duration.ofSeconds(1));
    begin(FAST.with(45, PrinterModel.Flow.BUSY), hurried, SerialSettings.at(BAUD));
    device.paperEndsAfter(60);

    PrintOutcome outcome = printer.print(Receipts.of("卡住", 30_000));
    assertEquals(new PrintOutcome.Partly(PrinterFault.STALLED), outcome);
    assertTrue(printer.lost());
  }

  @Test
  void noiseNeverMakesAnUnprintedReceiptPrinted() {
    device.muteProof(true);
    cable.noise(0.2);
    Random random = new Random(7);
    for (int i = 0; i < 2; i++) {
      PrintOutcome outcome = printer.print(Receipts.of("噪声" + random.nextInt(10), 3));
      assertFalse(outcome instanceof PrintOutcome.Printed, outcome.toString());
    }
  }

  private void begin(PrinterModel model, PrinterSettings settings, SerialSettings line)
      throws PortException {
    device = new ReceiptPrinterSimulator(model, List.of());
    cable = new SerialCable(folder.resolve("printer"), BAUD, device, 7).plugIn();
    printer =
        new ReceiptPrinter(
            new SerialPortOpener(cable.path(), line).open(), settings, System::nanoTime);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
