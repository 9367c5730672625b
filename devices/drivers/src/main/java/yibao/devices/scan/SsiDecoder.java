package yibao.devices.scan;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Packets of the Simple Serial Interface: length (all but the checksum), opcode, source, status,
 * data, and a checksum that is the two's complement of the sum. A packet sent again because our
 * acknowledgement was lost is acknowledged again and told once.
 */
final class SsiDecoder implements ScanDecoder {
  private static final int LONGEST = 255 + 2;
  private static final int HEADER = 4;
  private static final int DECODE_DATA = 0xF3;
  private static final int ACK = 0xD0;
  private static final int NAK = 0xD1;
  private static final int SENT_AGAIN = 0x01;
  private static final byte[] ACKNOWLEDGE = HexFormat.of().parseHex("04D00400FF28");
  private static final byte[] SEND_AGAIN = HexFormat.of().parseHex("05D1040001FF25");

  private final byte[] buffer = new byte[LONGEST];
  private int filled;
  private byte[] lastCode = new byte[0];

  @Override
  public void accept(int value, Sink sink) {
    if (filled == 0 && value < HEADER) {
      return;
    }
    buffer[filled++] = (byte) value;
    int length = buffer[0] & 0xFF;
    if (filled == length + 2) {
      packet(length, sink);
      filled = 0;
    }
  }

  @Override
  public void silence(Sink sink) {
    forget();
  }

  @Override
  public void forget() {
    filled = 0;
  }

  @Override
  public boolean begun() {
    return filled > 0;
  }

  private void packet(int length, Sink sink) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += buffer[i] & 0xFF;
    }
    int checksum = (buffer[length] & 0xFF) << 8 | buffer[length + 1] & 0xFF;
    if ((sum + checksum & 0xFFFF) != 0) {
      sink.reply(SEND_AGAIN.clone());
      return;
    }
    switch (buffer[1] & 0xFF) {
      case DECODE_DATA -> code(length, sink);
      case ACK -> sink.acknowledged();
      case NAK -> sink.refused();
      default -> sink.reply(ACKNOWLEDGE.clone());
    }
  }

  /** The first byte of the data tells the kind of code. */
  private void code(int length, Sink sink) {
    sink.reply(ACKNOWLEDGE.clone());
    byte[] content = Arrays.copyOfRange(buffer, Math.min(HEADER + 1, length), length);
    boolean again = (buffer[3] & SENT_AGAIN) != 0 && Arrays.equals(content, lastCode);
    lastCode = content;
    if (!again && content.length > 0) {
      sink.code(content);
    }
  }
}
