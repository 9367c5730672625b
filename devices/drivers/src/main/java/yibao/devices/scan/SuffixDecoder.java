package yibao.devices.scan;

import java.util.Arrays;

/**
 * Codes that end with CR, LF or ETX, or with silence where the engine sends no suffix, possibly
 * begun by STX, among replies of Newland ({@code 02 01 … 3B 03}) and GM65 modules ({@code 02 00
 * type length data crc}).
 */
final class SuffixDecoder implements ScanDecoder {
  /** The longest QR code in digits. */
  private static final int MOST = 7089;

  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final int ACK = 0x06;
  private static final int REPLY_END = 0x3B;
  private static final int NEWLAND = 0x01;
  private static final int GM65 = 0x00;
  private static final int GM65_HEADER = 4;
  private static final int GM65_CRC = 2;

  private final CodeEnding ending;
  private final byte[] buffer = new byte[MOST];
  private int filled;

  /** What comes until the next suffix belongs to nothing whole. */
  private boolean spoilt;

  SuffixDecoder(CodeEnding ending) {
    this.ending = ending;
  }

  @Override
  public void accept(int value, Sink sink) {
    if (filled == MOST) {
      // Nothing a code could be: forget it, and everything up to the next end.
      spoilt = true;
      wipe();
    }
    boolean reply = isReply(value);
    if (!reply && (value == '\r' || value == '\n' || value == ETX)) {
      finish(sink);
      return;
    }
    buffer[filled++] = (byte) value;
    if (reply) {
      finishReply(sink);
    }
  }

  @Override
  public void silence(Sink sink) {
    if (ending == CodeEnding.SILENCE) {
      finish(sink);
    } else if (filled > 0) {
      // Half of something. Should the other half come after all, it is no code either.
      boolean code = !spoilt && !halfReply();
      spoilt = true;
      wipe();
      if (code) {
        sink.cut();
      }
    }
  }

  @Override
  public void forget() {
    wipe();
    spoilt = false;
  }

  @Override
  public boolean begun() {
    return filled > 0;
  }

  /** A reply shows in the byte after STX. */
  private boolean isReply(int next) {
    int second = filled > 1 ? buffer[1] : next;
    return filled > 0 && buffer[0] == STX && (second == NEWLAND || second == GM65);
  }

  private void finishReply(Sink sink) {
    if (filled < 2) {
      return;
    }
    if (buffer[1] == NEWLAND) {
      if (filled > 3 && buffer[filled - 1] == ETX && buffer[filled - 2] == REPLY_END) {
        tell(buffer[filled - 3] == ACK, sink);
      }
    } else if (filled >= GM65_HEADER && filled == GM65_HEADER + (buffer[3] & 0xFF) + GM65_CRC) {
      tell(true, sink);
    }
  }

  private void tell(boolean obeyed, Sink sink) {
    wipe();
    if (obeyed) {
      sink.acknowledged();
    } else {
      sink.refused();
    }
  }

  private void finish(Sink sink) {
    int start = filled > 0 && buffer[0] == STX ? 1 : 0;
    if (filled > start && !spoilt && !halfReply()) {
      sink.code(Arrays.copyOfRange(buffer, start, filled));
    }
    forget();
  }

  private boolean halfReply() {
    return filled > 1 && buffer[0] == STX && (buffer[1] == NEWLAND || buffer[1] == GM65);
  }

  private void wipe() {
    Arrays.fill(buffer, 0, filled, (byte) 0);
    filled = 0;
  }
}
