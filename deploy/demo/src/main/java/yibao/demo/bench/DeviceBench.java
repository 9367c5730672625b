package yibao.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import yibao.devices.port.PortException;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.devices.printer.PrinterSettings;
import yibao.devices.smartcard.ApduChannel;
import yibao.devices.smartcard.CardLostException;
import yibao.devices.sscard.SocialSecurityChip;
import yibao.devices.sscard.SocialSecurityReading;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.SupervisedReceiptPrinter;
import yibao.simulators.printer.PrinterModel;
import yibao.simulators.printer.ReceiptPrinterSimulator;
import yibao.simulators.sscard.SocialSecurityCardContent;
import yibao.simulators.sscard.SocialSecurityCardSimulator;
import yibao.simulators.wire.SerialCable;
import yibao.simulators.wire.Wire;
import yibao.simulators.wire.WireDevice;

/**
 * What drivers and their owners add: reading a social-security card beside the same commands sent
 * by a bare loop, a receipt's bytes beside a peer's, the time until its first byte is on the wire,
 * and until a printer plugged in again works.
 */
final class DeviceBench implements Bench {
  private static final int BAUD = 115_200;
  private static final int READS = 60;
  private static final int RECEIPTS = 15;
  private static final int CABLES = 10;

  /** A contact card's own time for a command, about. */
  private static final long CHIP_NANOS = 8_000_000;

  private static final double READ_BUDGET = 1.10;
  private static final double FIRST_BYTE_BUDGET_MS = 20;
  private static final double RECOVERY_BUDGET_S = 2;
  private static final byte[] RECEIPT =
      "\u001b@receipt\n\n\n\u001dV\0".getBytes(StandardCharsets.US_ASCII);

  private final ReceiptBytes receiptBytes;

  /**
   * @param receiptPeer folder of the peer that paints receipts
   */
  DeviceBench(Path receiptPeer) {
    this.receiptBytes = new ReceiptBytes(receiptPeer);
  }

  @Override
  public List<Figure> run() throws Exception {
    List<Figure> figures = new ArrayList<>();
    figures.add(cardReading());
    figures.add(receiptBytes.measure());
    figures.addAll(printing());
    return figures;
  }

  private static Figure cardReading() throws CardLostException {
    List<byte[]> commands = new ArrayList<>();
    ApduChannel chip = chip();
    ApduChannel noting =
        command -> {
          commands.add(command);
          return chip.transmit(command);
        };
    read(noting);
    long[] ours = new long[READS];
    long[] bare = new long[READS];
    for (int i = 0; i < READS; i++) {
      long start = System.nanoTime();
      read(chip);
      ours[i] = System.nanoTime() - start;
      start = System.nanoTime();
      for (byte[] command : commands) {
        chip.transmit(command);
      }
      bare[i] = System.nanoTime() - start;
    }
    double ratio = median(ours) / median(bare);
    return Figure.alone("ss-card read", "%.1f ms".formatted(median(ours) / 1e6))
        .beside("%d bare APDUs %.1f ms".formatted(commands.size(), median(bare) / 1e6), ratio)
        .within("≤ " + READ_BUDGET, ratio <= READ_BUDGET);
  }

  private static void read(ApduChannel chip) throws CardLostException {
    if (!(new SocialSecurityChip(chip).read() instanceof SocialSecurityReading.Read)) {
      throw new IllegalStateException("the card was not read");
    }
  }

  private static ApduChannel chip() {
    SocialSecurityCardSimulator card =
        new SocialSecurityCardSimulator(
            new SocialSecurityCardContent(
                "63010000D15600000500000000000001",
                "000000000000000000000000",
                "2.00",
                LocalDate.of(2019, 3, 1),
                LocalDate.of(2029, 3, 1),
                "A12345678",
                "11010519491231002X",
                "张三",
                "2",
                "04",
                LocalDate.of(1949, 12, 31),
                "123456"));
    return command -> {
      LockSupport.parkNanos(CHIP_NANOS);
      return card.transmit(command);
    };
  }

  private static List<Figure> printing() throws IOException, InterruptedException, PortException {
    Path folder = Files.createTempDirectory("device-bench");
    ReceiptPrinterSimulator printer =
        new ReceiptPrinterSimulator(PrinterModel.eightyMillimetres(), List.of());
    FirstByte first = new FirstByte(printer);
    DeviceBoard board = new DeviceBoard(InstantSource.system());
    try (SerialCable cable = new SerialCable(folder.resolve("printer"), BAUD, first, 1).plugIn();
        SupervisedReceiptPrinter station =
            new SupervisedReceiptPrinter(
                    new SerialPortOpener(cable.path(), SerialSettings.at(BAUD)),
                    PrinterSettings.usual(),
                    board,
                    new Random(1),
                    System::nanoTime)
                .start()) {
      await(board, DeviceState.ONLINE);
      long[] firstBytes = new long[RECEIPTS];
      for (int i = 0; i < RECEIPTS; i++) {
        long start = System.nanoTime();
        first.heardAt.set(0);
        if (!(station.print(RECEIPT) instanceof PrintOutcome.Printed)) {
          throw new IllegalStateException("the receipt was not printed");
        }
        firstBytes[i] = first.heardAt.get() - start;
      }
      long[] recoveries = new long[CABLES];
      for (int i = 0; i < CABLES; i++) {
        cable.pull();
        await(board, DeviceState.NO_DEVICE);
        cable.plugIn();
        long start = System.nanoTime();
        await(board, DeviceState.ONLINE);
        recoveries[i] = System.nanoTime() - start;
      }
      double firstMillis = median(firstBytes) / 1e6;
      double slowest = Arrays.stream(recoveries).max().orElseThrow() / 1e9;
      return List.of(
          Figure.alone("receipt, first byte on the wire", "%.1f ms".formatted(firstMillis))
              .within("≤ " + FIRST_BYTE_BUDGET_MS + " ms", firstMillis <= FIRST_BYTE_BUDGET_MS),
          Figure.alone("cable back until online, slowest", "%.2f s".formatted(slowest))
              .within("≤ " + RECOVERY_BUDGET_S + " s", slowest <= RECOVERY_BUDGET_S));
    } finally {
      printer.close();
      Files.deleteIfExists(folder);
    }
  }

  private static void await(DeviceBoard board, DeviceState state) throws InterruptedException {
    while (board.statuses().stream().noneMatch(status -> status.state() == state)) {
      Thread.sleep(1);
    }
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Notes when the first byte after a reset arrived. */
  private static final class FirstByte implements WireDevice {
    private final WireDevice device;
    private final AtomicLong heardAt = new AtomicLong(1);

    private FirstByte(WireDevice device) {
      this.device = device;
    }

    @Override
    public void hear(byte[] bytes, Wire wire) {
      heardAt.compareAndSet(0, System.nanoTime());
      device.hear(bytes, wire);
    }

    @Override
    public void plugged(Wire wire) {
      device.plugged(wire);
    }
  }
}
