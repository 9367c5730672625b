package yibao.devices.scan;

import java.util.Arrays;

/**
 * Codes that end with CR, LF, ETX or silence, possibly begun by STX, among replies of Newland
 * ({@code 02 01 … 3B 03}) and GM65 modules ({@code 02 00 type length data crc}).
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

  private final byte[] buffer = new byte[MOST];
  private int filled;
  private boolean overlong;

  @Override
  public void accept(int value, Sink sink) {
    if (filled == MOST) {
      // Nothing a code could be: forget it, and everything up to the next end.
      overlong = true;
      filled = 0;
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
    finish(sink);
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
    filled = 0;
    if (obeyed) {
      sink.acknowledged();
    } else {
      sink.refused();
    }
  }

  private void finish(Sink sink) {
    int start = filled > 0 && buffer[0] == STX ? 1 : 0;
    boolean halfReply = filled > 1 && start == 1 && (buffer[1] == NEWLAND || buffer[1] == GM65);
    if (filled > start && !overlong && !halfReply) {
      sink.code(Arrays.copyOfRange(buffer, start, filled));
    }
    Arrays.fill(buffer, (byte) 0);
    filled = 0;
    overlong = false;
  }
}
