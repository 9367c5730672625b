package yibao.devices.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.port.TcpPortOpener;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.NetworkCable;

/** The same driver over raw TCP, as network printers take it on port 9100. */
@Timeout(30)
class NetworkPrinterContractTest {
  private final ReceiptPrinterSimulator device =
      new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres().at(2400), List.of());
  private final NetworkCable cable = new NetworkCable(0, device).plugIn();
  private ReceiptPrinter printer;

  @BeforeEach
  void connect() throws PortException {
    printer = open();
  }

  @AfterEach
  void putAway() {
    printer.close();
    cable.close();
    device.close();
  }

  @Test
  void aReceiptIsPrintedByteForByte() {
    byte[] paint = Receipts.of("网络打印机", 8);

    assertEquals(new PrintOutcome.Printed(), printer.print(paint));

    assertArrayEquals(paint, device.receipts().getFirst().bytes());
  }

  @Test
  void anAnswerThatCameUnaskedDoesNotHideThatTheLineIsUp() throws PortException {
    assertTrue(printer.status().isPresent());
    assertTrue(!printer.lost());
    assertTrue(printer.status().isPresent());
  }

  @Test
  void aPulledCableIsNoPrintedReceiptAndThePrinterIsFoundAgain() throws Exception {
    CompletableFuture<PrintOutcome> outcome =
        CompletableFuture.supplyAsync(() -> printer.print(Receipts.of("拔网线", 60)));
    while (device.paper().isEmpty()) {
      Thread.sleep(5);
    }

    cable.pull();

    assertInstanceOf(PrintOutcome.Unknown.class, outcome.get(20, TimeUnit.SECONDS));
    assertTrue(printer.lost());
    assertEquals(PortFault.ABSENT, assertThrows(PortException.class, this::open).fault());
    cable.plugIn();
    printer = open();
    assertTrue(printer.status().isPresent());
  }

  @Test
  void aPrinterThatTakesNothingStallsWithinItsLimit() throws Exception {
    device.paperEndsAfter(60);
    PrintOutcome outcome = printer.print(Receipts.of("缺纸", 600_000));
    assertEquals(new PrintOutcome.Partly(PrinterFault.STALLED), outcome);
  }

  private ReceiptPrinter open() throws PortException {
    PrinterSettings settings =
        new PrinterSettings(
            PrinterSettings.Proof.PROCESS_ID, 1024, Duration.ofSeconds(1), Duration.ofSeconds(5));
    return new ReceiptPrinter(
        new TcpPortOpener("127.0.0.1", cable.port(), Duration.ofSeconds(2)).open(),
        settings,
        System::nanoTime);
  }
}
