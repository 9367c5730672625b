package yibao.devices.printer;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a receipt's bytes can be parted: after whole lines and images, never inside a command. What
 * follows a command this class does not know is left in one piece.
 */
final class PaintSections {
  private static final int UNKNOWN = -1;
  private static final int LF = 0x0A;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final int FIRST_PRINTABLE = 0x20;

  private PaintSections() {}

  /**
   * The ends of the sections.
   *
   * @param paint ESC/POS bytes
   * @param atLeast a section's least length, in bytes
   * @return ascending positions; the last is the end of the paint
   */
  static List<Integer> ends(byte[] paint, int atLeast) {
    List<Integer> ends = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < paint.length) {
      int length = lengthAt(paint, at);
      if (length == UNKNOWN || length > paint.length - at) {
        break;
      }
      boolean lineEnds = endsLine(paint, at);
      at += length;
      if (lineEnds && at - begin >= atLeast && at < paint.length) {
        ends.add(at);
        begin = at;
      }
    }
    ends.add(paint.length);
    return ends;
  }

  private static boolean endsLine(byte[] paint, int at) {
    return switch (paint[at]) {
      case LF -> true;
      case ESC -> at(paint, at + 1) == 'J' || at(paint, at + 1) == 'd';
      case GS -> at(paint, at + 1) == 'v';
      default -> false;
    };
  }

  private static int lengthAt(byte[] paint, int at) {
    return switch (paint[at]) {
      case ESC -> escape(at(paint, at + 1));
      case FS -> chinese(at(paint, at + 1));
      case GS -> graphics(paint, at);
      default -> {
        int value = paint[at] & 0xFF;
        yield value >= FIRST_PRINTABLE || value == LF || value == '\r' || value == '\t'
            ? 1
            : UNKNOWN;
      }
    };
  }

  private static int escape(int command) {
    return switch (command) {
      case '@', '2' -> 2;
      case 'a', 'E', 'G', '-', '!', 'M', '3', 'd', 'J', 't', 'R', ' ' -> 3;
      case '$' -> 4;
      case 'p' -> 5;
      default -> UNKNOWN;
    };
  }

  private static int chinese(int command) {
    return switch (command) {
      case '&', '.', 0x0E, 0x14 -> 2;
      case '!', 'W', '-' -> 3;
      case 'S' -> 4;
      default -> UNKNOWN;
    };
  }

  private static int graphics(byte[] paint, int at) {
    return switch (at(paint, at + 1)) {
      case '!', 'B', 'w', 'h', 'H', 'f' -> 3;
      case 'L', 'W' -> 4;
      case 'V' -> at(paint, at + 2) == 0x41 || at(paint, at + 2) == 0x42 ? 4 : 3;
      case 'v' ->
          (int) Math.min(8L + (long) word(paint, at + 4) * word(paint, at + 6), Integer.MAX_VALUE);
      case '(' -> 5 + word(paint, at + 3);
      case 'k' -> at(paint, at + 2) >= 65 ? 4 + at(paint, at + 3) : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static int word(byte[] paint, int at) {
    return at(paint, at) | at(paint, at + 1) << 8;
  }

  /** A byte as a number; 0 beyond the end, where the length will not fit anyway. */
  private static int at(byte[] paint, int at) {
    return at < paint.length ? paint[at] & 0xFF : 0;
  }
}
