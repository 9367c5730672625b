package yibao.demo.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import yibao.devices.port.PortOpener;
import yibao.devices.port.TcpPortOpener;
import yibao.devices.printer.PrinterSettings;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.SupervisedReceiptPrinter;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.LinkCut;
import yibao.simulators.wire.NetworkCable;
import yibao.simulators.wire.SerialCable;
import yibao.simulators.wire.WireDevice;

/** Prints a receipt over one kind of line. */
final class ReceiptTrial implements LinkTrial {
  private static final byte[] RECEIPT =
      ("\u001b@" + "a line of a receipt\n".repeat(20) + "\n\u001dV\0")
          .getBytes(StandardCharsets.US_ASCII);

  private static final PrinterSettings SETTINGS =
      new PrinterSettings(
          PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofSeconds(2), Duration.ofSeconds(3));
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

  private final String label;
  private final Cabling cabling;

  private ReceiptTrial(String label, Cabling cabling) {
    this.label = label;
    this.cabling = cabling;
  }

  /** Over a serial line. */
  static ReceiptTrial serial(Plugs plugs) {
    return new ReceiptTrial(
        "打印凭条（串口）",
        device -> {
          SerialCable cable = plugs.plugged("printer", device);
          return new Cable(Plugs.line(cable), cable::pull, cable::plugIn, cable::close);
        });
  }

  /** Over the network. */
  static ReceiptTrial network() {
    return new ReceiptTrial(
        "打印凭条（网口）",
        device -> {
          NetworkCable cable = new NetworkCable(0, device).plugIn();
          return new Cable(
              new TcpPortOpener("127.0.0.1", cable.port(), CONNECT_LIMIT),
              cable::pull,
              cable::plugIn,
              cable::close);
        });
  }

  /** Connects a printer. */
  private interface Cabling {
    Cable to(WireDevice device) throws IOException;
  }

  /** A line of either kind. */
  private record Cable(PortOpener line, Runnable pull, Runnable plugIn, Runnable throwAway)
      implements AutoCloseable {
    @Override
    public void close() {
      throwAway.run();
    }
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Outcome cutAfter(int bytes) throws IOException, InterruptedException {
    ReceiptPrinterSimulator device =
        new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres().at(2400), List.of());
    LinkCut cut = new LinkCut(device);
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (Cable cable = cabling.to(cut);
        SupervisedReceiptPrinter station =
            new SupervisedReceiptPrinter(
                    cable.line(), SETTINGS, board, new Random(bytes), System::nanoTime)
                .start()) {
      if (!LinkTrial.await(() -> LinkTrial.is(board, DeviceName.PRINTER, DeviceState.ONLINE))) {
        return Outcome.FAILED;
      }
      cut.after(bytes);
      if (station.print(RECEIPT) instanceof PrintOutcome.Printed) {
        return device.receipts().size() == 1 ? Outcome.OVER : Outcome.FAILED;
      }
      cable.pull().run();
      cable.plugIn().run();
      return Outcome.recovered(
          LinkTrial.await(() -> station.print(RECEIPT) instanceof PrintOutcome.Printed));
    } finally {
      device.close();
    }
  }
}
