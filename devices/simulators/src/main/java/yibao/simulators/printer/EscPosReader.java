package yibao.simulators.printer;

import java.util.Arrays;

/**
 * Splits a stream of bytes into text, control characters and commands. Strict: what it does not
 * know it reports, and goes on with the next byte.
 */
final class EscPosReader {
  /** Takes what was read. */
  interface Sink {
    /** A byte of text: 20 and above. */
    void text(int character);

    /** LF, CR or HT. */
    void control(int character);

    void command(Command command);

    /** Bytes that are no known command. */
    void unknown(byte[] bytes);
  }

  /** The longest raster a printer takes in one command. */
  private static final int MAX_ARGUMENTS = 1 << 20;

  private final Sink sink;
  private byte[] pending = new byte[64];
  private int filled;

  EscPosReader(Sink sink) {
    this.sink = sink;
  }

  /** Takes the next byte. */
  void take(int value) {
    if (filled == 0) {
      switch (value) {
        case Command.ESC, Command.FS, Command.GS, Command.DLE -> keep(value);
        case 0x0A, 0x0D, 0x09 -> sink.control(value);
        default -> {
          if (value < 0x20) {
            sink.unknown(new byte[] {(byte) value});
          } else {
            sink.text(value);
          }
        }
      }
      return;
    }
    keep(value);
    int code = (pending[0] & 0xFF) << 8 | pending[1] & 0xFF;
    int arrived = filled - 2;
    int needed = CommandLengths.needed(code, pending, arrived);
    if (needed == CommandLengths.UNKNOWN || needed > MAX_ARGUMENTS) {
      byte[] bytes = Arrays.copyOf(pending, filled);
      reset();
      sink.unknown(bytes);
    } else if (arrived == needed) {
      Command command =
          new Command(pending[0] & 0xFF, pending[1] & 0xFF, Arrays.copyOfRange(pending, 2, filled));
      reset();
      sink.command(command);
    }
  }

  /** Forgets a command that has begun. */
  void reset() {
    filled = 0;
  }

  private void keep(int value) {
    if (filled == pending.length) {
      pending = Arrays.copyOf(pending, pending.length * 2);
    }
    pending[filled++] = (byte) value;
  }
}
