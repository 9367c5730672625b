package yibao.devices.scan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import yibao.devices.Device;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;

/**
 * A scan engine. Lights up only when told to, reads one code, and goes dark. Belongs to one thread,
 * like its port.
 */
public final class ScanEngine implements Device {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);
  private static final Duration ANSWER_LIMIT = Duration.ofMillis(800);
  private static final Duration AWAKE_AFTER = Duration.ofMillis(50);
  private static final int MOST_CODES = 8;

  private final Port port;
  private final ScanProtocol protocol;
  private final CodeEnding ending;
  private final LongSupplier nanoClock;
  private final ScanDecoder decoder;
  private final Queue<ScannedCode> codes = new ArrayDeque<>();
  private final byte[] chunk = new byte[512];
  private long sentAt;
  private int cutCodes;
  private Optional<Boolean> obeyed = Optional.empty();
  private Optional<byte[]> reply = Optional.empty();

  /**
   * @param port open line to the engine; closed with it
   * @param settings how it is spoken to, and how it ends a code
   * @param nanoClock monotonic nanoseconds
   */
  public ScanEngine(Port port, ScanSettings settings, LongSupplier nanoClock) {
    this.port = port;
    this.protocol = settings.protocol();
    this.ending = settings.ending();
    this.nanoClock = nanoClock;
    this.decoder = settings.decoder();
    this.sentAt = nanoClock.getAsLong() - protocol.apart().toNanos();
  }

  /**
   * Asks the engine whether it is there, without lighting it up.
   *
   * @return empty when it is, or when its protocol has no way to ask
   * @throws PortException when the line is gone
   */
  public Optional<ScanFault> check() throws PortException {
    Optional<byte[]> question = protocol.question();
    return question.isPresent() ? ask(question.get()) : Optional.empty();
  }

  /**
   * Lights up to read one code. What was read before and not fetched is forgotten: it may be
   * somebody else's.
   *
   * @return empty when the engine obeyed
   * @throws PortException when the line is gone
   */
  public Optional<ScanFault> on() throws PortException {
    port.discardInput();
    decoder.forget();
    codes.clear();
    if (protocol.acknowledges()) {
      return ask(protocol.start());
    }
    send(protocol.start());
    return Optional.empty();
  }

  /**
   * Goes dark.
   *
   * @throws PortException when the line is gone
   */
  public void off() throws PortException {
    send(protocol.stop());
  }

  /**
   * The next code, or nothing within the limit or where only a part of one came.
   *
   * @throws PortException when the line is gone
   */
  public Optional<ScannedCode> next(Duration limit) throws PortException {
    long end = nanoClock.getAsLong() + limit.toNanos();
    int cutBefore = cutCodes;
    while (codes.isEmpty() && cutCodes <= cutBefore) {
      Duration left = Duration.ofNanos(end - nanoClock.getAsLong());
      if (!left.isPositive() && !decoder.begun()) {
        return Optional.empty();
      }
      listen(decoder.begun() ? ending.gap() : left);
    }
    return Optional.ofNullable(codes.poll());
  }

  /** How many codes have come without their end since the last whole one. */
  public int cutCodes() {
    return cutCodes;
  }

  @Override
  public boolean lost() {
    return port.lost();
  }

  @Override
  public void close() {
    port.close();
  }

  /** An engine that sleeps does not answer: it is woken once and asked again. */
  private Optional<ScanFault> ask(byte[] question) throws PortException {
    Optional<ScanFault> fault = askOnce(question);
    if (protocol.wake().isEmpty() || !fault.equals(Optional.of(ScanFault.SILENT))) {
      return fault;
    }
    send(protocol.wake().get());
    LockSupport.parkNanos(AWAKE_AFTER.toNanos());
    return askOnce(question);
  }

  private Optional<ScanFault> askOnce(byte[] question) throws PortException {
    obeyed = Optional.empty();
    send(question);
    long end = nanoClock.getAsLong() + ANSWER_LIMIT.toNanos();
    while (obeyed.isEmpty()) {
      Duration left = Duration.ofNanos(end - nanoClock.getAsLong());
      if (!left.isPositive()) {
        return Optional.of(ScanFault.SILENT);
      }
      listen(left);
    }
    return obeyed.get() ? Optional.empty() : Optional.of(ScanFault.REFUSED);
  }

  private void listen(Duration limit) throws PortException {
    int count = port.read(chunk, limit);
    Found found = new Found();
    for (int i = 0; i < count; i++) {
      decoder.accept(chunk[i] & 0xFF, found);
      if (reply.isPresent()) {
        send(reply.get());
        reply = Optional.empty();
      }
    }
    if (count == 0) {
      decoder.silence(found);
    }
  }

  private void send(byte[] bytes) throws PortException {
    if (bytes.length > 0) {
      long early = sentAt + protocol.apart().toNanos() - nanoClock.getAsLong();
      if (early > 0) {
        LockSupport.parkNanos(early);
      }
      port.write(bytes, WRITE_LIMIT);
      sentAt = nanoClock.getAsLong();
    }
  }

  private final class Found implements ScanDecoder.Sink {
    @Override
    public void code(byte[] content) {
      cutCodes = 0;
      if (codes.size() == MOST_CODES) {
        codes.remove();
      }
      codes.add(new ScannedCode(content));
    }

    @Override
    public void cut() {
      cutCodes++;
    }

    @Override
    public void acknowledged() {
      obeyed = Optional.of(true);
    }

    @Override
    public void refused() {
      obeyed = Optional.of(false);
    }

    @Override
    public void reply(byte[] bytes) {
      reply = Optional.of(bytes);
    }
  }
}
