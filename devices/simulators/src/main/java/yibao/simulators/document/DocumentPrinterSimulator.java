package yibao.simulators.document;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yibao.simulators.wire.HttpPlug;

/**
 * A document printer that speaks IPP over HTTP (RFC 8011): takes one job at a time, holds it while
 * there is no paper, and keeps what it printed. Control calls may come from any thread.
 */
public final class DocumentPrinterSimulator implements AutoCloseable {
  private static final String PATH = "/ipp/print";

  /** The tray. */
  public enum Paper {
    FULL,
    LOW,
    OUT,
    JAMMED
  }

  private static final class Job {
    private final byte[] document;
    private final long doneAt;
    private JobState state = JobState.processing;

    private Job(byte[] document, long doneAt) {
      this.document = document;
      this.doneAt = doneAt;
    }
  }

  private final Map<Integer, Job> jobs = new TreeMap<>();
  private final List<byte[]> printed = new ArrayList<>();
  private final Duration perJob;
  private final HttpPlug plug;
  private Paper paper = Paper.FULL;
  private boolean coverOpen;
  private boolean abortNext;
  private boolean dropNextAnswer;

  /**
   * @param perJob how long a job takes to come out
   */
  public DocumentPrinterSimulator(Duration perJob) {
    this.perJob = perJob;
    this.plug = new HttpPlug(PATH, this::serve);
  }

  /** Where it is spoken to, whether or not it is plugged in. */
  public URI address() {
    return URI.create("ipp://127.0.0.1:" + plug.port() + PATH);
  }

  /** Puts paper in, takes it out, jams it. */
  public synchronized void paper(Paper supply) {
    settle();
    paper = supply;
  }

  /** Opens or closes the cover. */
  public synchronized void cover(boolean open) {
    settle();
    coverOpen = open;
  }

  /** The next job is aborted by the printer. */
  public synchronized void abortNext() {
    abortNext = true;
  }

  /** The next job is taken, and the answer to it lost. */
  public synchronized void dropNextAnswer() {
    dropNextAnswer = true;
  }

  /** Plugs it in again after {@link #pull()}. */
  public void plugIn() {
    plug.plugIn();
  }

  /** Pulls its cable: nobody can reach it. */
  public void pull() {
    plug.pull();
  }

  /** The documents that came out, oldest first. */
  public synchronized List<byte[]> printed() {
    settle();
    return List.copyOf(printed);
  }

  @Override
  public void close() {
    plug.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange;
        IppInputStream body = new IppInputStream(exchange.getRequestBody());
        IppOutputStream out = new IppOutputStream(exchange.getResponseBody())) {
      IppPacket request = body.readPacket();
      byte[] document = body.readAllBytes();
      IppPacket answer;
      synchronized (this) {
        settle();
        answer = answer(request, document);
        if (dropNextAnswer && request.getOperation().equals(Operation.printJob)) {
          dropNextAnswer = false;
          return;
        }
      }
      exchange.getResponseHeaders().set("Content-Type", "application/ipp");
      exchange.sendResponseHeaders(200, 0);
      out.write(answer);
    }
  }

  private IppPacket answer(IppPacket request, byte[] document) {
    Operation operation = request.getOperation();
    IppPacket.Builder answer;
    if (operation.equals(Operation.getPrinterAttributes)) {
      answer =
          IppPacket.response(Status.successfulOk)
              .putPrinterAttributes(
                  Types.printerState.of(state()), Types.printerStateReasons.of(reasons()));
    } else if (operation.equals(Operation.printJob)) {
      answer = take(document);
    } else if (operation.equals(Operation.getJobAttributes)) {
      answer =
          job(request).map(this::describe).orElse(IppPacket.response(Status.clientErrorNotFound));
    } else if (operation.equals(Operation.cancelJob)) {
      answer =
          job(request).map(this::cancel).orElse(IppPacket.response(Status.clientErrorNotFound));
    } else {
      answer = IppPacket.response(Status.serverErrorOperationNotSupported);
    }
    return answer.setRequestId(request.getRequestId()).build();
  }

  private IppPacket.Builder take(byte[] document) {
    if (jobs.values().stream().anyMatch(job -> job.state.equals(JobState.processing))) {
      return IppPacket.response(Status.serverErrorBusy);
    }
    if (document.length < 5 || document[0] != '%' || document[1] != 'P') {
      return IppPacket.response(Status.clientErrorDocumentFormatNotSupported);
    }
    int id = jobs.size() + 1;
    Job job = new Job(document, System.nanoTime() + perJob.toNanos());
    if (abortNext) {
      abortNext = false;
      job.state = JobState.aborted;
    }
    jobs.put(id, job);
    return describe(id);
  }

  private IppPacket.Builder describe(int id) {
    return IppPacket.jobResponse(
        Status.successfulOk, id, URI.create(address() + "/" + id), jobs.get(id).state);
  }

  private IppPacket.Builder cancel(int id) {
    Job job = jobs.get(id);
    if (!job.state.equals(JobState.processing)) {
      return IppPacket.response(Status.clientErrorNotPossible);
    }
    job.state = JobState.canceled;
    return IppPacket.response(Status.successfulOk);
  }

  private Optional<Integer> job(IppPacket request) {
    return Optional.ofNullable(request.getValue(Tag.operationAttributes, Types.jobId))
        .filter(jobs::containsKey);
  }

  /** Lets the job come out that has had its time and its paper. */
  private void settle() {
    if (canPrint()) {
      for (Job job : jobs.values()) {
        if (job.state.equals(JobState.processing) && System.nanoTime() - job.doneAt >= 0) {
          job.state = JobState.completed;
          printed.add(job.document);
        }
      }
    }
  }

  private boolean canPrint() {
    return !coverOpen && (paper == Paper.FULL || paper == Paper.LOW);
  }

  private PrinterState state() {
    boolean working = jobs.values().stream().anyMatch(j -> j.state.equals(JobState.processing));
    if (coverOpen || paper == Paper.JAMMED) {
      return PrinterState.stopped;
    }
    return working ? PrinterState.processing : PrinterState.idle;
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (coverOpen) {
      reasons.add("cover-open-error");
    }
    switch (paper) {
      case OUT -> reasons.add("media-empty-report");
      case LOW -> reasons.add("media-low-warning");
      case JAMMED -> reasons.add("media-jam-error");
      case FULL -> {}
    }
    return reasons.isEmpty() ? List.of("none") : reasons;
  }
}
