package yibao.simulators.printer;

import java.util.Optional;

/** Finds real-time commands in the bytes as they arrive, even inside images. */
final class RealTimeScanner {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final int ENQ = 0x05;
  private static final int DC4 = 0x14;
  private static final int[] CLEAR = {0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

  enum Kind {
    STATUS,
    RECOVER,
    CLEAR
  }

  /** A real-time command and its argument. */
  record Request(Kind kind, int argument) {}

  private int before;
  private int last;
  private int clearMatched = -1;

  /** Takes the next byte of the line. */
  Optional<Request> take(int value) {
    Optional<Request> found = Optional.empty();
    if (clearMatched >= 0) {
      clearMatched = value == CLEAR[clearMatched] ? clearMatched + 1 : -1;
      if (clearMatched == CLEAR.length) {
        clearMatched = -1;
        found = Optional.of(new Request(Kind.CLEAR, 0));
      }
    } else if (before == DLE && last == EOT) {
      found = Optional.of(new Request(Kind.STATUS, value));
    } else if (before == DLE && last == ENQ) {
      found = Optional.of(new Request(Kind.RECOVER, value));
    } else if (last == DLE && value == DC4) {
      clearMatched = 0;
    }
    before = found.isPresent() ? 0 : last;
    last = found.isPresent() ? 0 : value;
    return found;
  }

  void reset() {
    before = 0;
    last = 0;
    clearMatched = -1;
  }
}
