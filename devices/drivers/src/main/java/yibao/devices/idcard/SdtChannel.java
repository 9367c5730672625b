package yibao.devices.idcard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;

/**
 * Sends one command at a time and finds its answer.
 *
 * <p>Answers carry no number. After a command that stayed without answer the line is out of step:
 * the answer may still come, and it may hold the last citizen's data. The next exchange therefore
 * asks for the SAM's number first, whose answer has a shape of its own (its status where it has no
 * number, which holds no data); the reader works in order, so whatever came before it is old and is
 * thrown away.
 */
final class SdtChannel {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);
  private static final int DAMAGED_COMMAND_TRIES = 3;

  /** How long the reader may think, and how long it may pause inside an answer. */
  record Patience(Duration firstByte, Duration gap, Duration overall) {
    /** As the field's drivers have it: two seconds to the first byte, five for all of it. */
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(5));

    /** While looking for the right speed. */
    static final Patience BRIEF =
        new Patience(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(600));
  }

  private static final int GREETING_BYTES = 64;

  private final Port port;
  private final SdtDialect dialect;
  private final LongSupplier nanoClock;
  private final Patience patience;
  private final SdtDecoder decoder = new SdtDecoder();
  private final Queue<SdtAnswer> heard = new ArrayDeque<>();
  private final byte[] chunk = new byte[2048];
  private boolean outOfStep;

  SdtChannel(Port port, SdtDialect dialect, LongSupplier nanoClock, Patience patience) {
    this.port = port;
    this.dialect = dialect;
    this.nanoClock = nanoClock;
    this.patience = patience;
  }

  /**
   * Says what this family of readers wants to hear before the first command. What it echoes proves
   * nothing to us and is not judged: whether it takes commands shows in its status.
   *
   * @throws PortException when the line is gone
   */
  void greet() throws PortException {
    Optional<byte[]> greeting = dialect.greeting();
    if (greeting.isEmpty()) {
      return;
    }
    port.discardInput();
    port.write(greeting.get(), WRITE_LIMIT);
    byte[] echo = new byte[GREETING_BYTES];
    int heard = 0;
    int count = port.read(echo, patience.firstByte());
    while (count > 0 && heard + count < greeting.get().length) {
      heard += count;
      count = port.read(echo, patience.gap());
    }
  }

  /** Whether this family of readers has the command. */
  boolean knows(SdtCommand command) {
    return dialect.code(command).isPresent();
  }

  /**
   * Sends a command that the reader {@link #knows knows} and waits for its answer.
   *
   * @return empty when none came in time or what came was damaged beyond use
   * @throws PortException when the line is gone
   */
  Optional<SdtAnswer> exchange(SdtCommand command) throws PortException {
    if (outOfStep) {
      if (ask(dialect.stepCommand()).isEmpty()) {
        return Optional.empty();
      }
      outOfStep = false;
    }
    for (int attempt = 1; attempt <= DAMAGED_COMMAND_TRIES; attempt++) {
      Optional<SdtAnswer> answer = ask(command);
      if (answer.isEmpty()) {
        outOfStep = true;
        return answer;
      }
      if (!commandWasDamaged(answer.get())) {
        return answer;
      }
    }
    return Optional.empty();
  }

  /** How many bytes the line has damaged since it was opened. */
  long damaged() {
    return decoder.damaged();
  }

  private static boolean commandWasDamaged(SdtAnswer answer) {
    return answer.sw3() == SdtAnswer.BAD_CHECK || answer.sw3() == SdtAnswer.BAD_LENGTH;
  }

  private Optional<SdtAnswer> ask(SdtCommand command) throws PortException {
    port.discardInput();
    decoder.reset();
    heard.clear();
    port.write(SdtCommand.frame(dialect.code(command).orElseThrow()), WRITE_LIMIT);
    long start = nanoClock.getAsLong();
    try {
      while (true) {
        Duration wait = stillToWait(nanoClock.getAsLong() - start);
        int count = wait.isPositive() ? port.read(chunk, wait) : 0;
        if (count == 0) {
          decoder.abandon(heard::add);
        } else {
          decoder.accept(chunk, count, heard::add);
        }
        Optional<SdtAnswer> own = firstThatAnswers(command);
        if (own.isPresent() || count == 0) {
          return own;
        }
      }
    } finally {
      Arrays.fill(chunk, (byte) 0);
    }
  }

  private Duration stillToWait(long nanosWaited) {
    Duration overall = patience.overall().minusNanos(nanosWaited);
    Duration next = decoder.begun() ? patience.gap() : patience.firstByte().minusNanos(nanosWaited);
    return next.compareTo(overall) < 0 ? next : overall;
  }

  private Optional<SdtAnswer> firstThatAnswers(SdtCommand command) {
    for (SdtAnswer answer = heard.poll(); answer != null; answer = heard.poll()) {
      if (command.canAnswer(answer)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }
}
