package yibao.kiosk.hardware;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yibao.kiosk.store.Memory;

/** Counts what each printer has printed since paper was put in, over a restart. */
public final class PaperCounts {
  private static final String KEPT_AS = "paper.";
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) (\\d{1,15})");

  private final Map<DeviceName, Since> counts = new ConcurrentHashMap<>();
  private final Memory memory;
  private final InstantSource clock;

  /**
   * What was printed on the paper that is in.
   *
   * @param papers receipts or documents that came out, whole or in part
   * @param loadedAt when paper was put in; empty where nobody has said so yet
   */
  public record Since(int papers, Optional<Instant> loadedAt) {
    private static Since read(String written) {
      Matcher parts = WRITTEN.matcher(written);
      return parts.matches()
          ? of(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)))
          : of(0, 0);
    }

    private static Since of(int papers, long millis) {
      return new Since(
          papers, Optional.of(Instant.ofEpochMilli(millis)).filter(it -> it.toEpochMilli() > 0));
    }

    private String write() {
      return papers + " " + loadedAt.map(Instant::toEpochMilli).orElse(0L);
    }

    private Since oneMore() {
      return new Since(papers + 1, loadedAt);
    }
  }

  /** Goes on counting where it stopped; blocks on the disk. */
  public PaperCounts(Memory memory, InstantSource clock) {
    this.memory = memory;
    this.clock = clock;
    for (DeviceName printer : new DeviceName[] {DeviceName.PRINTER, DeviceName.A4}) {
      counts.put(printer, memory.recall(name(printer)).map(Since::read).orElse(Since.of(0, 0)));
    }
  }

  /** What this printer has printed on the paper that is in. */
  public Since since(DeviceName printer) {
    return counts.get(printer);
  }

  /** New paper is in this printer: counted from nought. Blocks on the disk. */
  public void loaded(DeviceName printer) {
    keep(printer, new Since(0, Optional.of(clock.instant())));
  }

  /** The receipt printer, counted. */
  public ReceiptStation counting(ReceiptStation receipts) {
    return paint -> counted(DeviceName.PRINTER, receipts.print(paint));
  }

  /** The A4 printer, counted. */
  public DocumentStation counting(DocumentStation documents) {
    return (pdf, jobName) -> counted(DeviceName.A4, documents.print(pdf, jobName));
  }

  private PrintOutcome counted(DeviceName printer, PrintOutcome outcome) {
    switch (outcome) {
      case PrintOutcome.Printed _, PrintOutcome.Partly _, PrintOutcome.Unknown _ ->
          keep(printer, since(printer).oneMore());
      case PrintOutcome.NotPrinted _ -> {
        // No paper was used.
      }
    }
    return outcome;
  }

  private void keep(DeviceName printer, Since since) {
    counts.put(printer, since);
    memory.remember(name(printer), since.write());
  }

  private static String name(DeviceName printer) {
    return KEPT_AS + printer.key();
  }
}
