package yibao.demo.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import yibao.devices.idcard.IdCardReaderOpener;
import yibao.devices.idcard.SdtDialect;
import yibao.devices.port.PortOpener;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.printer.PrinterSettings;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.IdCardEvent;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.SupervisedIdCardReader;
import yibao.kiosk.hardware.SupervisedReceiptPrinter;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.idcard.IdCardReaderSimulator;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.wire.LinkCut;
import yibao.simulators.wire.SerialCable;
import yibao.simulators.wire.WireDevice;

/**
 * Lets the cable fall out at every byte of a card's reading and of a receipt, plugs it in again,
 * and asks for the next card or receipt, without a restart.
 */
final class DeviceChaos {
  private static final int BAUD = 115_200;

  /** Both ways: looking for a card, choosing it, reading it. */
  private static final int READING_BYTES = 1400;

  private static final byte[] RECEIPT =
      ("\u001b@" + "a line of a receipt\n".repeat(20) + "\n\u001dV\0")
          .getBytes(StandardCharsets.US_ASCII);

  /** A receipt and the questions and answers around it. */
  private static final int PRINTING_BYTES = RECEIPT.length + 60;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long LOOK_MILLIS = 10;

  private final Path folder;
  private final int step;

  /**
   * @param folder for the ports; must exist
   * @param step every which byte
   */
  DeviceChaos(Path folder, int step) {
    this.folder = folder;
    this.step = step;
  }

  /**
   * What came of one device.
   *
   * @param tried at how many bytes the cable fell out
   * @param failed after which bytes the device did not come back by itself
   */
  record Report(int tried, List<Integer> failed) {}

  private interface Attempt {
    boolean recovers(int bytes) throws IOException, InterruptedException;
  }

  /** Reads cards. */
  Report readCards(IntConsumer each) throws IOException, InterruptedException {
    return every(READING_BYTES, each, this::cardIsRead);
  }

  /** Prints receipts. */
  Report printReceipts(IntConsumer each) throws IOException, InterruptedException {
    return every(PRINTING_BYTES, each, this::receiptIsPrinted);
  }

  private Report every(int bytes, IntConsumer each, Attempt attempt)
      throws IOException, InterruptedException {
    List<Integer> failed = new ArrayList<>();
    int tried = 0;
    for (int at = 0; at < bytes; at += step) {
      if (!attempt.recovers(at)) {
        failed.add(at);
      }
      tried++;
      each.accept(tried);
    }
    return new Report(tried, List.copyOf(failed));
  }

  private boolean cardIsRead(int bytes) throws IOException, InterruptedException {
    IdCardReaderSimulator device = new IdCardReaderSimulator();
    LinkCut cut = new LinkCut(device);
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (SerialCable cable = plugged("id-card", cut);
        SupervisedIdCardReader station =
            new SupervisedIdCardReader(
                    IdCardReaderOpener.on(line(cable), SdtDialect.STANDARD, System::nanoTime),
                    board,
                    new Random(bytes),
                    System::nanoTime)
                .start()) {
      if (!await(() -> is(board, DeviceName.ID_CARD, DeviceState.ONLINE))) {
        return false;
      }
      cut.after(bytes);
      device.lay(card());
      CompletableFuture<Boolean> before = new CompletableFuture<>();
      try (Devices.Subscription _ = watch(station, before)) {
        await(() -> cut.happened() || before.isDone());
      }
      device.lay(card());
      CompletableFuture<Boolean> after = new CompletableFuture<>();
      cable.plugIn();
      try (Devices.Subscription _ = watch(station, after)) {
        return after.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("what is heard is never exceptional", e);
    }
  }

  private static Devices.Subscription watch(
      SupervisedIdCardReader station, CompletableFuture<Boolean> read) {
    return station.watch(
        event -> {
          if (event instanceof IdCardEvent.Read) {
            read.complete(true);
          }
        });
  }

  private boolean receiptIsPrinted(int bytes) throws IOException, InterruptedException {
    ReceiptPrinterSimulator device =
        new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres().at(2400), List.of());
    LinkCut cut = new LinkCut(device);
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    PrinterSettings settings =
        new PrinterSettings(
            PrinterSettings.Proof.PROCESS_ID, 256, Duration.ofSeconds(2), Duration.ofSeconds(3));
    try (SerialCable cable = plugged("printer", cut);
        SupervisedReceiptPrinter station =
            new SupervisedReceiptPrinter(
                    line(cable), settings, board, new Random(bytes), System::nanoTime)
                .start()) {
      if (!await(() -> is(board, DeviceName.PRINTER, DeviceState.ONLINE))) {
        return false;
      }
      cut.after(bytes);
      boolean called = station.print(RECEIPT) instanceof PrintOutcome.Printed;
      boolean honest = !called || device.receipts().size() == 1;
      cut.after(Integer.MAX_VALUE);
      cable.plugIn();
      return honest && await(() -> station.print(RECEIPT) instanceof PrintOutcome.Printed);
    } finally {
      device.close();
    }
  }

  private SerialCable plugged(String name, WireDevice device) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
    return new SerialCable(folder.resolve(name), BAUD, device, 1).plugIn();
  }

  private static PortOpener line(SerialCable cable) {
    return new SerialPortOpener(cable.path(), SerialSettings.at(BAUD));
  }

  private static boolean is(DeviceBoard board, DeviceName name, DeviceState state) {
    return board.statuses().stream().anyMatch(s -> s.name() == name && s.state() == state);
  }

  private static boolean await(BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (end - System.nanoTime() < 0) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return true;
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
