package yibao.kiosk.app;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.printer.PrinterSettings;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ReceiptStation;
import yibao.kiosk.hardware.SupervisedIdCardReader;
import yibao.kiosk.hardware.SupervisedReceiptPrinter;

/**
 * What is plugged into this terminal, by its configuration. A device that is not configured is
 * simply not there.
 */
final class Peripherals implements AutoCloseable {

  private final DeviceBoard board;
  private final Optional<SupervisedIdCardReader> reader;
  private final Optional<SupervisedReceiptPrinter> printer;

  private Peripherals(
      DeviceBoard board,
      Optional<SupervisedIdCardReader> reader,
      Optional<SupervisedReceiptPrinter> printer) {
    this.board = board;
    this.reader = reader;
    this.printer = printer;
  }

  /** Begins to look for the devices and returns at once. */
  static Peripherals start(
      TerminalConfig.DeviceConfig config, Timekeeper time, RandomGenerator random) {
    DeviceBoard board = new DeviceBoard(time);
    return new Peripherals(
        board,
        config
            .idCard()
            .map(
                device ->
                    new SupervisedIdCardReader(
                            new SerialPortOpener(device.port(), SerialSettings.at(device.baud())),
                            board,
                            random,
                            System::nanoTime)
                        .start()),
        config
            .printer()
            .map(
                device ->
                    new SupervisedReceiptPrinter(
                            new SerialPortOpener(device.port(), SerialSettings.at(device.baud())),
                            PrinterSettings.usual(),
                            board,
                            random,
                            System::nanoTime)
                        .start()));
  }

  Devices devices() {
    return board;
  }

  IdCardStation idCards() {
    return reader.<IdCardStation>map(r -> r).orElseGet(NoReader::new);
  }

  ReceiptStation receipts() {
    return printer
        .<ReceiptStation>map(p -> p)
        .orElse(_ -> new PrintOutcome.NotPrinted("no-printer"));
  }

  @Override
  public void close() {
    List.of(reader, printer).forEach(device -> device.ifPresent(Peripherals::close));
  }

  private static void close(AutoCloseable device) {
    try {
      device.close();
    } catch (Exception e) {
      throw new IllegalStateException("a device is let go without a fault", e);
    }
  }

  private static final class NoReader implements IdCardStation {
    @Override
    public Watch watch(java.util.function.Consumer<yibao.kiosk.hardware.IdCardEvent> listener) {
      return () -> {};
    }

    @Override
    public Watch watchRemoval(
        java.util.function.Consumer<yibao.kiosk.hardware.IdCardEvent> listener) {
      return () -> {};
    }

    @Override
    public boolean cardPresent() {
      return false;
    }
  }
}
