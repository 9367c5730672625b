package yibao.devices.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.printer.PrintOutcome;
import yibao.devices.printer.PrinterFault;
import yibao.devices.printer.PrinterSettings;
import yibao.devices.printer.ReceiptPrinter;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.SerialCable;

/**
 * The port's own system calls, on a file that behaves like a printer node except for its ioctls: a
 * pseudo-terminal. A real usblp node has not been tried.
 */
@Timeout(60)
class UsbPrinterContractTest {
  private static final byte[] RECEIPT =
      "\u001b@receipt\n\n\n\u001dV\0".getBytes(StandardCharsets.US_ASCII);

  /** The speed of a terminal that nobody has set. */
  private static final int UNTOUCHED_BAUD = 38_400;

  @TempDir private Path folder;
  private final ReceiptPrinterSimulator device =
      new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres(), List.of());

  private SerialCable plugged() {
    return new SerialCable(folder.resolve("lp0"), UNTOUCHED_BAUD, device, 7).plugIn();
  }

  private static ReceiptPrinter printer(SerialCable cable) throws PortException {
    return new ReceiptPrinter(
        new UsbPrinterPortOpener(cable.path()).open(), PrinterSettings.usual(), System::nanoTime);
  }

  @Test
  void aReceiptIsPrintedAndProven() throws Exception {
    try (SerialCable cable = plugged();
        ReceiptPrinter printer = printer(cable)) {
      assertEquals(new PrintOutcome.Printed(), printer.print(RECEIPT));
      assertTrue(device.paper().isPresent());
    }
  }

  @Test
  void aPrinterWithoutPaperTakesNothing() throws Exception {
    device.paper(ReceiptPrinterSimulator.Paper.OUT);
    try (SerialCable cable = plugged();
        ReceiptPrinter printer = printer(cable)) {
      assertEquals(new PrintOutcome.NotPrinted(PrinterFault.PAPER_OUT), printer.print(RECEIPT));
    }
  }

  @Test
  void aPulledCableIsSeenWithoutSendingAnything() throws Exception {
    try (SerialCable cable = plugged();
        ReceiptPrinter printer = printer(cable)) {
      cable.pull();
      assertTrue(printer.lost());
      assertInstanceOf(PrintOutcome.NotPrinted.class, printer.print(RECEIPT));
    }
  }

  @Test
  void aPrinterThatTakesNoBytesStallsTheWriteAtItsLimit() throws Exception {
    device.power(false);
    try (SerialCable cable = plugged();
        UsbPrinterPort port = new UsbPrinterPortOpener(cable.path()).open()) {
      byte[] more = new byte[1 << 20];
      PortException stalled =
          assertThrows(PortException.class, () -> port.write(more, Duration.ofMillis(300)));
      assertEquals(PortFault.STALLED, stalled.fault());
    }
  }

  @Test
  void aNodeThatIsNotThereIsAbsent() {
    UsbPrinterPortOpener opener = new UsbPrinterPortOpener(folder.resolve("lp9"));
    assertEquals(PortFault.ABSENT, assertThrows(PortException.class, opener::open).fault());
  }

  @Test
  void aFileThatIsNoPrinterTellsNeitherNameNorStatus() throws Exception {
    try (SerialCable cable = plugged();
        UsbPrinterPort port = new UsbPrinterPortOpener(cable.path()).open()) {
      assertEquals(Optional.empty(), port.deviceId());
      assertEquals(OptionalInt.empty(), port.portStatus());
    }
  }

  @Test
  void theNameIsAsLongAsItsTwoBytesSay() {
    byte[] buffer = new byte[1024];
    byte[] text = "MFG:EPSON;MDL:TM-T88V;".getBytes(StandardCharsets.US_ASCII);
    buffer[1] = (byte) (text.length + 2);
    System.arraycopy(text, 0, buffer, 2, text.length);

    assertEquals(Optional.of("MFG:EPSON;MDL:TM-T88V;"), UsbPrinterPort.idIn(buffer));
    assertEquals(Optional.empty(), UsbPrinterPort.idIn(new byte[1024]));
    Arrays.fill(buffer, (byte) 0xFF);
    assertEquals(Optional.empty(), UsbPrinterPort.idIn(buffer));
  }
}
