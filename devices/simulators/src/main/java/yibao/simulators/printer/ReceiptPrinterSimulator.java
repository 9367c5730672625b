package yibao.simulators.printer;

import java.awt.Font;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yibao.simulators.wire.Wire;
import yibao.simulators.wire.WireDevice;

/**
 * A receipt printer: obeys real-time commands as they arrive, keeps the rest in its receive buffer
 * and prints it at paper speed. What it cannot print because paper ended stays in the buffer and
 * comes out when there is paper again, as on the real one. Control calls may come from any thread.
 */
public final class ReceiptPrinterSimulator implements WireDevice, AutoCloseable {
  private static final int XON = 0x11;
  private static final int XOFF = 0x13;
  private static final int SMALL_BUFFER = 256;
  private static final long START_NANOS = 1_000_000_000;
  private static final int KEPT_COMPLAINTS = 200;

  /** The roll. */
  public enum Paper {
    FULL,
    LOW,
    OUT,
    JAMMED
  }

  private final PrinterModel model;
  private final PrinterCondition condition = new PrinterCondition();
  private final PaperPainter painter;
  private final OutputTray tray;
  private final EscPosReader reader;
  private final RealTimeScanner realTime = new RealTimeScanner();
  private final Deque<Byte> buffer = new ArrayDeque<>();
  private final List<String> complaints = new ArrayList<>();
  private final Thread engine;

  private Optional<Wire> wire = Optional.empty();
  private OptionalInt dotsUntilPaperEnds = OptionalInt.empty();
  private long startedAt = System.nanoTime();
  private boolean cutterWillJam;
  private boolean mute;
  private int automaticStatus;
  private boolean closed;

  /**
   * @param model the kind of printer
   * @param fonts for the character generator, best first; others installed on the machine help out
   */
  public ReceiptPrinterSimulator(PrinterModel model, List<Font> fonts) {
    this.model = model;
    this.painter = new PaperPainter(model, new Glyphs(fonts), this::complain, this::knife);
    this.tray = new OutputTray(painter);
    this.reader = new EscPosReader(new Obeying());
    this.engine = Thread.ofPlatform().daemon().name("simulated printer").start(this::run);
  }

  /** Puts paper in, takes it out, jams it. A fresh roll clears a jam and lets the tail come out. */
  public void paper(Paper paper) {
    change(
        () -> {
          if (condition.paper == Paper.OUT && paper != Paper.OUT) {
            tray.tearOff(false);
          }
          condition.paper = paper;
          dotsUntilPaperEnds = OptionalInt.empty();
        });
  }

  /** Lets the paper end after so many more dots; 8 dots are a millimetre. */
  public void paperEndsAfter(int dots) {
    change(() -> dotsUntilPaperEnds = OptionalInt.of(dots));
  }

  /** Opens or closes the cover. */
  public void cover(boolean open) {
    change(() -> condition.coverOpen = open);
  }

  /**
   * Switches the printer off or on; what its buffer held is gone. Switched on it hears nothing for
   * the second it takes to start.
   */
  public void power(boolean on) {
    change(
        () -> {
          if (on && !condition.powered) {
            startedAt = System.nanoTime() + START_NANOS;
          }
          condition.powered = on;
          forgetBuffer();
          realTime.reset();
          automaticStatus = 0;
        });
  }

  /** The next cut jams the knife. */
  public void jamCutter() {
    change(() -> cutterWillJam = true);
  }

  /** The print head is too hot, or has cooled down. */
  public void overheated(boolean hot) {
    change(() -> condition.overheated = hot);
  }

  /** Something is broken that only a repair mends. */
  public void unrecoverable(boolean broken) {
    change(() -> condition.unrecoverable = broken);
  }

  /** The answers that prove printing are swallowed, or are not. */
  public void muteProof(boolean silent) {
    change(() -> mute = silent);
  }

  /** Everything that was cut or torn off so far, oldest first; the last ones only. */
  public synchronized List<PrintedReceipt> receipts() {
    return tray.receipts();
  }

  /** What hangs in the printer, or the last piece in the tray when nothing does. */
  public synchronized Optional<PrintedReceipt> paper() {
    return tray.paper();
  }

  /** What a real printer would have printed as garbage or not at all. */
  public synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** How many bytes wait in the receive buffer. */
  public synchronized int waiting() {
    return buffer.size();
  }

  @Override
  public synchronized void plugged(Wire to) {
    wire = Optional.of(to);
    realTime.reset();
  }

  @Override
  public void hear(byte[] bytes, Wire from) {
    for (byte b : bytes) {
      if (!take(b, from)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    change(() -> closed = true);
  }

  /** Takes one byte from the line; false when the wait for room in the buffer was cut off. */
  private boolean take(byte b, Wire from) {
    Optional<RealTimeScanner.Request> request;
    byte[] answer;
    synchronized (this) {
      if (!condition.powered || System.nanoTime() - startedAt < 0) {
        return true;
      }
      request = realTime.take(b & 0xFF);
      answer = request.map(this::obey).orElse(new byte[0]);
    }
    if (answer.length > 0) {
      from.send(answer);
    }
    boolean cleared =
        model.clearsBuffer()
            && request.map(r -> r.kind() == RealTimeScanner.Kind.CLEAR).orElse(false);
    return cleared || store(b, from);
  }

  private boolean store(byte b, Wire from) {
    boolean stopped = false;
    try {
      while (true) {
        synchronized (this) {
          if (!condition.powered) {
            return true;
          }
          if (roomFor(stopped)) {
            buffer.add(b);
            notifyAll();
            break;
          }
          if (model.flow() == PrinterModel.Flow.NONE) {
            complain("receive buffer full, a byte is lost");
            return true;
          }
          if (stopped || model.flow() == PrinterModel.Flow.BUSY) {
            stopped = true;
            wait();
            continue;
          }
          stopped = true;
        }
        from.send(new byte[] {XOFF});
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    if (stopped && model.flow() == PrinterModel.Flow.XON_XOFF) {
      from.send(new byte[] {XON});
    }
    return true;
  }

  /** Full at 128 bytes left of 4 KB and open again at 256; at 16 and 26 in a small buffer. */
  private boolean roomFor(boolean stopped) {
    int left = model.bufferBytes() - buffer.size();
    if (model.flow() == PrinterModel.Flow.NONE) {
      return left > 0;
    }
    boolean small = model.bufferBytes() < SMALL_BUFFER;
    int keepFree = stopped ? (small ? 26 : 256) : (small ? 16 : 128);
    return left > keepFree;
  }

  private byte[] obey(RealTimeScanner.Request request) {
    return switch (request.kind()) {
      case STATUS -> {
        int status = condition.realTimeStatus(request.argument());
        yield status < 0 ? new byte[0] : new byte[] {(byte) status};
      }
      case RECOVER -> {
        recover(request.argument());
        yield new byte[0];
      }
      case CLEAR -> {
        if (!model.clearsBuffer()) {
          yield new byte[0];
        }
        forgetBuffer();
        notifyAll();
        yield new byte[] {0x37, 0x25, 0x00};
      }
    };
  }

  private void recover(int how) {
    if (condition.cutterError && (how == 1 || how == 2)) {
      condition.cutterError = false;
      if (how == 2) {
        forgetBuffer();
      }
      tray.tearOff(true);
      notifyAll();
    }
  }

  private void forgetBuffer() {
    buffer.clear();
    tray.drop();
    reader.reset();
    painter.reset();
  }

  private void run() {
    while (true) {
      int dots;
      synchronized (this) {
        while (!closed && (buffer.isEmpty() || !condition.online())) {
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (closed) {
          return;
        }
        int before = painter.canvas().height();
        byte next = buffer.remove();
        tray.take(next);
        reader.take(next & 0xFF);
        dots = Math.max(0, painter.canvas().height() - before);
        usePaper(dots);
        notifyAll();
      }
      if (dots > 0) {
        pause(dots * 1_000_000_000L / model.dotsPerSecond());
      }
    }
  }

  private void usePaper(int dots) {
    if (dotsUntilPaperEnds.isPresent() && dots > 0) {
      int left = dotsUntilPaperEnds.getAsInt() - dots;
      dotsUntilPaperEnds = OptionalInt.of(left);
      if (left <= 0) {
        dotsUntilPaperEnds = OptionalInt.empty();
        condition.paper = Paper.OUT;
        tellAutomatically();
      }
    }
  }

  private static void pause(long nanos) {
    try {
      Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void knife() {
    if (cutterWillJam) {
      cutterWillJam = false;
      condition.cutterError = true;
      tellAutomatically();
      return;
    }
    tray.tearOff(true);
  }

  private synchronized void change(Runnable what) {
    what.run();
    tellAutomatically();
    notifyAll();
  }

  private void tellAutomatically() {
    if (automaticStatus != 0 && condition.powered) {
      answer(condition.automaticStatus());
    }
  }

  private void answer(byte... bytes) {
    wire.ifPresent(w -> w.send(bytes));
  }

  private synchronized void complain(String what) {
    if (complaints.size() < KEPT_COMPLAINTS) {
      complaints.add(what);
    }
  }

  /** Answers the commands that ask, in their turn, and lets the painter do the rest. */
  private final class Obeying implements EscPosReader.Sink {
    @Override
    public void text(int character) {
      tray.keep();
      painter.text(character);
    }

    @Override
    public void control(int character) {
      tray.keep();
      painter.control(character);
    }

    @Override
    public void unknown(byte[] bytes) {
      tray.keep();
      painter.unknown(bytes);
    }

    @Override
    public void command(Command command) {
      if (Questions.asks(command)) {
        tray.drop();
      } else {
        tray.keep();
      }
      painter.command(command);
      if (command.code() == Questions.AUTOMATIC_STATUS) {
        automaticStatus = command.at(0);
        tellAutomatically();
      } else if (Questions.asksForProcessId(command) && !model.processId()) {
        complain("GS ( H is unknown to this printer");
      } else if (!mute) {
        byte[] said = Questions.answer(command, condition);
        if (said.length > 0) {
          answer(said);
        }
      }
    }
  }
}
