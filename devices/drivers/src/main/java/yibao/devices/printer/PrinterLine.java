package yibao.devices.printer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;

/** Asks a printer and waits for the kind of answer that was asked for. */
final class PrinterLine {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);
  private static final Duration REAL_TIME_LIMIT = Duration.ofMillis(400);
  private static final int REAL_TIME_TRIES = 2;
  private static final Duration SETTLING = Duration.ofMillis(200);
  private static final int MOST_HEARD = 64;
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;

  private final Port port;
  private final LongSupplier nanoClock;
  private final PrinterAnswers decoder = new PrinterAnswers();
  private final Queue<PrinterAnswer> heard = new ArrayDeque<>();
  private final byte[] chunk = new byte[256];

  PrinterLine(Port port, LongSupplier nanoClock) {
    this.port = port;
    this.nanoClock = nanoClock;
  }

  void send(byte[] bytes, Duration limit) throws PortException {
    port.write(bytes, limit);
  }

  /**
   * Asks for the whole status.
   *
   * @return empty when the printer does not answer
   */
  Optional<PrinterStatus> status() throws PortException {
    int[] answers = new int[4];
    for (int n = 1; n <= answers.length; n++) {
      Optional<Integer> answer = realTime(n);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      answers[n - 1] = answer.get();
    }
    return Optional.of(PrinterStatus.ofRealTime(answers[0], answers[1], answers[2], answers[3]));
  }

  /** The next thing the printer says, or nothing within the limit. */
  Optional<PrinterAnswer> next(Duration limit) throws PortException {
    listenUntil(() -> !heard.isEmpty(), limit);
    return Optional.ofNullable(heard.poll());
  }

  /** Forgets what was said and not asked for. */
  void forget() throws PortException {
    port.discardInput();
    decoder.reset();
    heard.clear();
  }

  /** Asks one real-time question; whatever else the printer says meanwhile is kept. */
  private Optional<Integer> realTime(int n) throws PortException {
    for (int attempt = 1; attempt <= REAL_TIME_TRIES; attempt++) {
      listenUntil(() -> false, Duration.ZERO);
      heard.removeIf(PrinterAnswer.RealTime.class::isInstance);
      port.write(new byte[] {DLE, EOT, (byte) n}, WRITE_LIMIT);
      listenUntil(() -> heardRealTime().isPresent(), REAL_TIME_LIMIT);
      Optional<PrinterAnswer.RealTime> answer = heardRealTime();
      if (answer.isPresent()) {
        if (attempt > 1) {
          // The first question's answer may still be on its way and must not answer the next one.
          listenUntil(() -> false, SETTLING);
        }
        heard.removeIf(PrinterAnswer.RealTime.class::isInstance);
        return answer.map(PrinterAnswer.RealTime::status);
      }
    }
    return Optional.empty();
  }

  private Optional<PrinterAnswer.RealTime> heardRealTime() {
    return heard.stream()
        .filter(PrinterAnswer.RealTime.class::isInstance)
        .map(PrinterAnswer.RealTime.class::cast)
        .findFirst();
  }

  private void listenUntil(BooleanSupplier enough, Duration limit) throws PortException {
    long end = nanoClock.getAsLong() + limit.toNanos();
    while (!enough.getAsBoolean()) {
      long left = Math.max(0, end - nanoClock.getAsLong());
      int count = port.read(chunk, Duration.ofNanos(left));
      if (count == 0) {
        return;
      }
      decoder.accept(chunk, count, this::keep);
      if (left == 0) {
        return;
      }
    }
  }

  private void keep(PrinterAnswer answer) {
    if (heard.size() == MOST_HEARD) {
      heard.remove();
    }
    heard.add(answer);
  }
}
