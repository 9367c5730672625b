package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import yibao.devices.port.PortException;
import yibao.devices.port.PortOpener;
import yibao.devices.printer.PrinterFault;
import yibao.devices.printer.PrinterSettings;
import yibao.devices.printer.PrinterStatus;
import yibao.devices.printer.ReceiptPrinter;

/** The receipt printer with its owner, which asks it how it is while nobody prints. */
public final class SupervisedReceiptPrinter implements ReceiptStation, AutoCloseable {
  private static final Duration ASK = Duration.ofSeconds(1);
  private static final Duration ASK_SOON = Duration.ofMillis(300);
  private static final Duration PRINT_LIMIT = Duration.ofSeconds(60);
  private static final int MISSES_UNTIL_OFFLINE = 3;
  private static final String NO_PRINTER = "no-printer";

  private final PortOpener line;
  private final PrinterSettings settings;
  private final LongSupplier nanoClock;
  private final DeviceBoard board;
  private final DeviceOwner<ReceiptPrinter> owner;

  private Health health = Health.of(DeviceState.STARTING);
  private int misses;
  private boolean tailMayBeLeft;

  /**
   * @param line the printer's line
   * @param settings how it wants to be treated
   * @param board where its state is written
   * @param random for jitter
   * @param nanoClock monotonic nanoseconds
   */
  public SupervisedReceiptPrinter(
      PortOpener line,
      PrinterSettings settings,
      DeviceBoard board,
      RandomGenerator random,
      LongSupplier nanoClock) {
    this.line = line;
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.board = board;
    this.owner = new DeviceOwner<>(DeviceName.PRINTER, new Care(), board, random);
  }

  /** Begins to look for the printer; returns at once, whether it is there or not. */
  public SupervisedReceiptPrinter start() {
    owner.start();
    return this;
  }

  @Override
  public PrintOutcome print(byte[] paint) {
    return switch (owner.call(printer -> print(printer, paint), PRINT_LIMIT)) {
      case Work.Done.With<PrintOutcome>(PrintOutcome outcome) -> outcome;
      case Work.Done.NotBegun<PrintOutcome> _ -> new PrintOutcome.NotPrinted(NO_PRINTER);
      case Work.Done.Unfinished<PrintOutcome> _ ->
          new PrintOutcome.Unknown(PrinterFault.UNPROVEN.code());
    };
  }

  @Override
  public void close() {
    owner.close();
  }

  private PrintOutcome print(ReceiptPrinter printer, byte[] paint) {
    board.write(
        DeviceName.PRINTER, new Health(DeviceState.DEVICE_BUSY, health.paper(), Optional.empty()));
    PrintOutcome outcome = PrinterWords.outcome(printer.print(paint));
    tailMayBeLeft =
        outcome instanceof PrintOutcome.Partly || outcome instanceof PrintOutcome.Unknown;
    return outcome;
  }

  /** What the owner's thread does. */
  private final class Care implements Handling<ReceiptPrinter> {
    @Override
    public ReceiptPrinter open() throws PortException {
      ReceiptPrinter printer = new ReceiptPrinter(line.open(), settings, nanoClock);
      if (tailMayBeLeft) {
        printer.clearBuffer();
      }
      return printer;
    }

    @Override
    public Round round(ReceiptPrinter printer) throws PortException {
      Optional<PrinterStatus> status = printer.status();
      misses = status.isPresent() ? 0 : misses + 1;
      if (status.isPresent()) {
        health = PrinterWords.health(status.get().paper(), status.get().obstacle());
      } else if (misses >= MISSES_UNTIL_OFFLINE) {
        health =
            new Health(
                DeviceState.OFFLINE,
                Optional.of(PaperState.UNKNOWN),
                Optional.of(PrinterFault.SILENT));
      }
      boolean reopen = misses > 0 && misses % MISSES_UNTIL_OFFLINE == 0;
      return new Round(health, misses > 0 ? ASK_SOON : ASK, reopen);
    }

    @Override
    public void gone() {
      // Whoever wants to print meanwhile is told that there is no printer.
    }
  }
}
