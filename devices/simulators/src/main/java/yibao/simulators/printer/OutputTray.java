package yibao.simulators.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The strip that hangs in the printer with the bytes that made it, and the pieces in the tray. */
final class OutputTray {
  private static final int KEPT_RECEIPTS = 32;

  private final PaperPainter painter;
  private final Deque<PrintedReceipt> receipts = new ArrayDeque<>();
  private final ByteArrayOutputStream interpreted = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  OutputTray(PaperPainter painter) {
    this.painter = painter;
  }

  /** A byte has been taken from the buffer; what it belongs to shows later. */
  void take(byte next) {
    pending.write(next);
  }

  /** The bytes taken since painted something, or will. */
  void keep() {
    interpreted.writeBytes(pending.toByteArray());
    pending.reset();
  }

  /** The bytes taken since belong to no paper. */
  void drop() {
    pending.reset();
  }

  /** The strip comes off, cut or torn. */
  void tearOff(boolean cut) {
    if (painter.canvas().height() > 0) {
      receipts.add(new PrintedReceipt(interpreted.toByteArray(), painter.canvas().cut(), cut));
      if (receipts.size() > KEPT_RECEIPTS) {
        receipts.removeFirst();
      }
    }
    interpreted.reset();
    painter.newStrip();
  }

  /** The pieces in the tray, oldest first; the last ones only. */
  List<PrintedReceipt> receipts() {
    return List.copyOf(receipts);
  }

  /** What hangs in the printer, or the last piece in the tray when nothing does. */
  Optional<PrintedReceipt> paper() {
    if (painter.canvas().height() > 0) {
      return Optional.of(
          new PrintedReceipt(interpreted.toByteArray(), painter.canvas().cut(), false));
    }
    return Optional.ofNullable(receipts.peekLast());
  }
}
