package yibao.devices.printer;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import yibao.devices.Device;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;

/**
 * A receipt printer that speaks ESC/POS. Belongs to one thread, like its port.
 *
 * <p>Bytes sent are not paper printed. A receipt counts as printed only when the printer itself has
 * said so after the last byte; after anything less its buffer is emptied, so that the rest of one
 * person's receipt does not come out in front of the next.
 */
public final class ReceiptPrinter implements Device {
  private static final Logger LOG = System.getLogger(ReceiptPrinter.class.getName());
  private static final Duration QUESTION_LIMIT = Duration.ofSeconds(1);
  private static final Duration LISTENING = Duration.ofMillis(500);

  /**
   * The printer is asked after each section, so that one lost to a power failure leaves a gap in
   * the proof: a printer needs longer to start than a section needs on the line.
   */
  private static final int SECTION = 1024;

  /** Epson's clear-buffer request, obeyed at once even when the printer is off-line. */
  private static final byte[] CLEAR_BUFFER = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

  /** Recover from an error and forget what was in the buffer. */
  private static final byte[] RECOVER_AND_CLEAR = {0x10, 0x05, 2};

  private static final byte[] ASK_MODEL = {0x1D, 0x49, 67};

  private final Port port;
  private final PrinterSettings settings;
  private final LongSupplier nanoClock;
  private final PrinterLine line;
  private int lastId;
  private boolean tailMayBeLeft;

  /**
   * @param port open line to the printer; closed with the printer
   * @param settings how it wants to be treated
   * @param nanoClock monotonic nanoseconds
   */
  public ReceiptPrinter(Port port, PrinterSettings settings, LongSupplier nanoClock) {
    this.port = port;
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.line = new PrinterLine(port, nanoClock);
  }

  /**
   * Asks the printer how it is.
   *
   * @return empty when it does not answer
   * @throws PortException when the line is gone
   */
  public Optional<PrinterStatus> status() throws PortException {
    return line.status();
  }

  /** The model's name; empty when the printer does not tell. */
  public Optional<String> model() throws PortException {
    line.forget();
    line.send(ASK_MODEL, QUESTION_LIMIT);
    return line.next(LISTENING)
        .flatMap(
            answer ->
                answer instanceof PrinterAnswer.Text(String text)
                    ? Optional.of(text)
                    : Optional.empty());
  }

  /**
   * Prints a receipt and waits until the printer has said what became of it.
   *
   * @param paint ESC/POS bytes from initialising to cutting
   * @return never later than the limits of the settings add up to
   */
  public PrintOutcome print(byte[] paint) {
    boolean sentAny = false;
    boolean sentAll = false;
    try {
      Optional<PrinterStatus> before = line.status();
      if (before.isEmpty()) {
        return new PrintOutcome.NotPrinted(PrinterFault.SILENT);
      }
      if (before.get().obstacle().isPresent()) {
        return new PrintOutcome.NotPrinted(before.get().obstacle().get());
      }
      if (tailMayBeLeft) {
        clearBuffer();
        tailMayBeLeft = false;
      }
      line.forget();
      ProofOfPrinting proof = new ProofOfPrinting(settings.proof(), lastId);
      int begin = 0;
      for (int end : PaintSections.ends(paint, SECTION)) {
        sentAny = true;
        sendSection(paint, begin, end);
        lastId = lastId + 1;
        line.send(proof.nextQuestion(), settings.chunkLimit());
        begin = end;
      }
      sentAll = true;
      PrintOutcome outcome = await(proof);
      if (!(outcome instanceof PrintOutcome.Printed)) {
        clearIfStillThere();
      }
      return outcome;
    } catch (PortException e) {
      tailMayBeLeft = true;
      PrinterFault cause =
          e.fault() == PortFault.STALLED ? PrinterFault.STALLED : PrinterFault.LINE_LOST;
      if (sentAll) {
        return new PrintOutcome.Unknown(cause);
      }
      return sentAny ? new PrintOutcome.Partly(cause) : new PrintOutcome.NotPrinted(cause);
    }
  }

  /**
   * Empties the printer's buffer, so that what is left of a receipt does not come out later.
   *
   * @throws PortException when the line is gone
   */
  public void clearBuffer() throws PortException {
    tailMayBeLeft = true;
    line.send(CLEAR_BUFFER, QUESTION_LIMIT);
    line.send(RECOVER_AND_CLEAR, QUESTION_LIMIT);
    // Real-time commands are obeyed in order: the answer shows that the buffer has been emptied.
    line.status();
  }

  @Override
  public boolean lost() {
    return port.lost();
  }

  @Override
  public void close() {
    port.close();
  }

  private void sendSection(byte[] paint, int begin, int end) throws PortException {
    for (int at = begin; at < end; at += settings.chunkBytes()) {
      int to = Math.min(end, at + settings.chunkBytes());
      line.send(Arrays.copyOfRange(paint, at, to), settings.chunkLimit());
    }
  }

  private PrintOutcome await(ProofOfPrinting proof) throws PortException {
    long end = nanoClock.getAsLong() + settings.proofLimit().toNanos();
    while (end - nanoClock.getAsLong() > 0) {
      Optional<PrinterAnswer> answer = line.next(LISTENING);
      if (answer.isEmpty()) {
        Optional<PrinterFault> obstacle = lastingObstacle(line.status());
        if (obstacle.isPresent()) {
          return new PrintOutcome.Partly(obstacle.get());
        }
        continue;
      }
      if (answer.get() instanceof PrinterAnswer.Automatic(PrinterStatus status)
          && lastingObstacle(Optional.of(status)).isPresent()) {
        return new PrintOutcome.Partly(status.obstacle().orElseThrow());
      }
      switch (proof.hear(answer.get())) {
        case COMPLETE -> {
          return settings.proof() == PrinterSettings.Proof.PROCESS_ID
              ? new PrintOutcome.Printed()
              : afterSensor();
        }
        case BROKEN -> {
          return new PrintOutcome.Unknown(PrinterFault.UNPROVEN);
        }
        case WAITING -> {}
      }
    }
    return new PrintOutcome.Unknown(PrinterFault.UNPROVEN);
  }

  /** The sensor's answer shows that the data were worked off; only a clean status proves paper. */
  private PrintOutcome afterSensor() throws PortException {
    Optional<PrinterStatus> status = line.status();
    if (status.isEmpty()) {
      return new PrintOutcome.Unknown(PrinterFault.SILENT);
    }
    return status
        .get()
        .obstacle()
        .<PrintOutcome>map(PrintOutcome.Partly::new)
        .orElseGet(PrintOutcome.Printed::new);
  }

  /** A hot head waits and goes on by itself. */
  private static Optional<PrinterFault> lastingObstacle(Optional<PrinterStatus> status) {
    return status
        .flatMap(PrinterStatus::obstacle)
        .filter(fault -> fault != PrinterFault.OVERHEATED && fault != PrinterFault.OFFLINE);
  }

  private void clearIfStillThere() {
    try {
      clearBuffer();
    } catch (PortException e) {
      // The outcome stands; the tail is cleared before the next receipt.
      LOG.log(Level.DEBUG, "buffer not cleared: {0}", e.getClass());
    }
  }
}
