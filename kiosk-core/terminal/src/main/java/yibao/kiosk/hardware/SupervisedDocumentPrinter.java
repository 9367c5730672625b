package yibao.kiosk.hardware;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yibao.devices.Device;
import yibao.devices.document.DocumentPrinter;
import yibao.devices.document.DocumentPrinterStatus;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.printer.PrinterFault;

/** The A4 printer with its owner, which asks it how it is while nobody prints. */
public final class SupervisedDocumentPrinter implements DocumentStation, AutoCloseable {
  private static final Duration ASK = Duration.ofSeconds(2);
  private static final Duration ASK_SOON = Duration.ofMillis(500);

  /** Longer than the driver's own limits for a job and its questions together. */
  private static final Duration PRINT_LIMIT = Duration.ofSeconds(140);

  private static final int MISSES_UNTIL_GONE = 2;
  private static final String NO_PRINTER = "no-printer";

  private final DocumentPrinter printer;
  private final DeviceBoard board;
  private final DeviceOwner<Reached> owner;

  private Health health = Health.of(DeviceState.STARTING);
  private int misses;

  /**
   * @param printer the driver
   * @param board where its state is written
   * @param random for jitter
   */
  public SupervisedDocumentPrinter(
      DocumentPrinter printer, DeviceBoard board, RandomGenerator random) {
    this.printer = printer;
    this.board = board;
    this.owner = new DeviceOwner<>(DeviceName.A4, new Care(), board, random);
  }

  /** Begins to look for the printer; returns at once, whether it is there or not. */
  public SupervisedDocumentPrinter start() {
    owner.start();
    return this;
  }

  @Override
  public PrintOutcome print(byte[] pdf, String jobName) {
    return switch (owner.call(reached -> print(reached.printer(), pdf, jobName), PRINT_LIMIT)) {
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

  private PrintOutcome print(DocumentPrinter reached, byte[] pdf, String jobName) {
    board.write(
        DeviceName.A4, new Health(DeviceState.DEVICE_BUSY, health.paper(), Optional.empty()));
    return PrinterWords.outcome(reached.print(pdf, jobName));
  }

  /** A printer that has answered; there is no line to hold open between two requests. */
  private record Reached(DocumentPrinter printer) implements Device {
    @Override
    public boolean lost() {
      return false;
    }

    @Override
    public void close() {
      // Each request closes its own connection.
    }
  }

  /** What the owner's thread does. */
  private final class Care implements Handling<Reached> {
    @Override
    public Reached open() throws PortException {
      try {
        judge(printer.status());
        return new Reached(printer);
      } catch (IOException e) {
        throw new PortException(PortFault.ABSENT, printer.name(), e);
      }
    }

    @Override
    public Round round(Reached reached) throws PortException {
      try {
        judge(reached.printer().status());
      } catch (IOException e) {
        misses++;
        if (misses >= MISSES_UNTIL_GONE) {
          throw new PortException(PortFault.LOST, printer.name(), e);
        }
      }
      return Round.next(health, misses > 0 ? ASK_SOON : ASK);
    }

    @Override
    public void gone() {
      // Whoever wants to print meanwhile is told that there is no printer.
    }

    private void judge(DocumentPrinterStatus status) {
      misses = 0;
      health = PrinterWords.health(status.paper(), status.obstacle());
    }
  }
}
