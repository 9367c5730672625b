package yibao.devices.document;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.UriType;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import yibao.devices.printer.PrintOutcome;
import yibao.devices.printer.PrinterFault;

/**
 * A printer for documents, spoken to by IPP (RFC 8011, IPP Everywhere): itself, or the queue a
 * spooler keeps for it. A job counts as printed only when it is reported completed.
 */
public final class DocumentPrinter {
  private static final String PDF = "application/pdf";
  private static final String USER = "kiosk";
  private static final String A4 = "iso_a4_210x297mm";
  private static final byte[] NO_DOCUMENT = {};

  /** Only the queue of a spooler (CUPS) has one: where its printer is. */
  private static final UriType DEVICE_URI = new UriType("device-uri");

  private final URI printer;
  private final IppExchange ipp;
  private final Limits limits;
  private final LongSupplier nanoClock;

  /**
   * How long things may take.
   *
   * @param request one exchange with the printer
   * @param job from handing in to paper
   * @param ask time between two questions after a job
   */
  public record Limits(Duration request, Duration job, Duration ask) {
    /** For a printer that prints a page within seconds. */
    public static Limits usual() {
      return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(90), Duration.ofMillis(500));
    }
  }

  /**
   * @param printer such as {@code ipp://printer.hall/ipp/print}
   * @param http HTTP/1.1, with a limit for connecting
   * @param limits how long things may take
   * @param nanoClock monotonic nanoseconds
   */
  public DocumentPrinter(URI printer, HttpClient http, Limits limits, LongSupplier nanoClock) {
    this.printer = printer;
    this.ipp = new IppExchange(http, printer, limits.request());
    this.limits = limits;
    this.nanoClock = nanoClock;
  }

  /** The printer's name for logs and technicians. */
  public String name() {
    return printer.toString();
  }

  /**
   * Asks the printer how it is. A spooler's queue asks its printer only while a job is there: what
   * an idle one says is of the last job, and nothing anybody mends would ever change it. It counts
   * for nothing.
   *
   * @throws IOException when it cannot be reached or does not speak IPP
   */
  public DocumentPrinterStatus status() throws IOException {
    IppPacket answer =
        ipp.send(
            IppPacket.getPrinterAttributes(
                    printer, Types.printerState, Types.printerStateReasons, DEVICE_URI)
                .build(),
            NO_DOCUMENT);
    Optional<PrinterState> state =
        Optional.ofNullable(answer.getValue(Tag.printerAttributes, Types.printerState));
    boolean idleQueue =
        state.filter(PrinterState.idle::equals).isPresent()
            && answer.getValue(Tag.printerAttributes, DEVICE_URI) != null;
    return DocumentPrinterStatus.of(
        state.filter(PrinterState.stopped::equals).isPresent(),
        idleQueue
            ? List.of()
            : answer.getStrings(Tag.printerAttributes, Types.printerStateReasons));
  }

  /**
   * Prints a document on A4 and waits until the printer has said what became of it.
   *
   * @param pdf the document
   * @param jobName shown on the printer's panel: never anything personal
   */
  public PrintOutcome print(byte[] pdf, String jobName) {
    try {
      Optional<PrinterFault> obstacle = status().obstacle();
      if (obstacle.isPresent()) {
        return new PrintOutcome.NotPrinted(obstacle.get());
      }
    } catch (IOException e) {
      return new PrintOutcome.NotPrinted(PrinterFault.SILENT);
    }
    try {
      IppPacket answer = ipp.send(printJob(jobName), pdf);
      if (answer.getStatus().getCode() >= Status.clientErrorBadRequest.getCode()) {
        return new PrintOutcome.NotPrinted(refusal(answer.getStatus()));
      }
      Optional<Integer> job = Optional.ofNullable(answer.getValue(Tag.jobAttributes, Types.jobId));
      return job.isPresent() ? follow(job.get()) : new PrintOutcome.Unknown(PrinterFault.UNPROVEN);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new PrintOutcome.NotPrinted(PrinterFault.SILENT);
    } catch (IOException e) {
      // The printer may have the whole document already.
      return new PrintOutcome.Unknown(PrinterFault.LINE_LOST);
    }
  }

  private IppPacket printJob(String jobName) {
    return IppPacket.printJob(printer)
        .putOperationAttributes(
            Types.requestingUserName.of(USER),
            Types.jobName.of(jobName),
            Types.documentFormat.of(PDF))
        .putJobAttributes(Types.media.of(A4), Types.sides.of("one-sided"))
        .build();
  }

  private static PrinterFault refusal(Status status) {
    return status.equals(Status.serverErrorBusy)
            || status.equals(Status.serverErrorNotAcceptingJobs)
        ? PrinterFault.BUSY
        : PrinterFault.REFUSED;
  }

  private PrintOutcome follow(int job) throws IOException {
    long end = nanoClock.getAsLong() + limits.job().toNanos();
    while (end - nanoClock.getAsLong() > 0) {
      JobState state = state(job);
      if (state.equals(JobState.completed)) {
        return new PrintOutcome.Printed();
      }
      if (state.equals(JobState.aborted) || state.equals(JobState.canceled)) {
        return new PrintOutcome.Partly(PrinterFault.ABORTED);
      }
      pause();
    }
    return cancel(job);
  }

  /** A job that waits for paper would come out in front of somebody else: it is taken back. */
  private PrintOutcome cancel(int job) throws IOException {
    Optional<PrinterFault> obstacle = status().obstacle();
    ipp.send(
        IppPacket.cancelJob(printer, job)
            .putOperationAttributes(Types.requestingUserName.of(USER))
            .build(),
        NO_DOCUMENT);
    JobState state = state(job);
    if (state.equals(JobState.completed)) {
      return new PrintOutcome.Printed();
    }
    return state.equals(JobState.canceled) || state.equals(JobState.aborted)
        ? new PrintOutcome.Partly(obstacle.orElse(PrinterFault.ABORTED))
        : new PrintOutcome.Unknown(obstacle.orElse(PrinterFault.UNPROVEN));
  }

  private JobState state(int job) throws IOException {
    IppPacket answer =
        ipp.send(
            IppPacket.getJobAttributes(printer, job, Types.jobState, Types.jobStateReasons)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build(),
            NO_DOCUMENT);
    return Optional.ofNullable(answer.getValue(Tag.jobAttributes, Types.jobState))
        .orElse(JobState.pending);
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(limits.ask());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the document prints", e);
    }
  }
}
