package yibao.simulators.idcard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames as the reader makes and takes them (GA 450): preamble, length, body, XOR check. */
final class SdtWire {
  private static final byte[] PREAMBLE = {
    (byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, (byte) 0x69
  };
  private static final int MAX_REQUEST = 64;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** What the reader made of the bytes so far. */
  enum Heard {
    NOTHING,
    REQUEST,
    BAD_CHECK,
    BAD_LENGTH
  }

  /** A request or the complaint about one; the body is empty unless it is a request. */
  record Request(Heard heard, byte[] body) {
    int command() {
      return ByteBuffer.wrap(body).getShort() & 0xFFFF;
    }
  }

  /** Takes the bytes that arrived and answers the next request they complete. */
  Request take(byte[] bytes) {
    pending.writeBytes(bytes);
    byte[] all = pending.toByteArray();
    int start = indexOfPreamble(all);
    if (start < 0) {
      keep(all, Math.max(0, all.length - PREAMBLE.length + 1));
      return nothing();
    }
    int body = start + PREAMBLE.length + 2;
    if (all.length < body) {
      keep(all, start);
      return nothing();
    }
    int length = (all[body - 2] & 0xFF) << 8 | all[body - 1] & 0xFF;
    if (length < 3 || length > MAX_REQUEST) {
      keep(all, body);
      return new Request(Heard.BAD_LENGTH, new byte[0]);
    }
    if (all.length < body + length) {
      keep(all, start);
      return nothing();
    }
    keep(all, body + length);
    int check = 0;
    for (int at = body - 2; at < body + length; at++) {
      check ^= all[at];
    }
    if (check != 0) {
      return new Request(Heard.BAD_CHECK, new byte[0]);
    }
    return new Request(Heard.REQUEST, Arrays.copyOfRange(all, body, body + length - 1));
  }

  void forget() {
    pending.reset();
  }

  /** An answer frame: status of three bytes and data. */
  static byte[] answer(int sw1, int sw2, int sw3, byte[]... data) {
    int dataLength = 0;
    for (byte[] part : data) {
      dataLength += part.length;
    }
    int length = 3 + dataLength + 1;
    ByteBuffer frame = ByteBuffer.allocate(PREAMBLE.length + 2 + length);
    frame.put(PREAMBLE).putShort((short) length);
    frame.put((byte) sw1).put((byte) sw2).put((byte) sw3);
    for (byte[] part : data) {
      frame.put(part);
    }
    byte check = 0;
    for (int at = PREAMBLE.length; at < frame.position(); at++) {
      check ^= frame.get(at);
    }
    return frame.put(check).array();
  }

  private static Request nothing() {
    return new Request(Heard.NOTHING, new byte[0]);
  }

  private void keep(byte[] all, int from) {
    pending.reset();
    pending.write(all, from, all.length - from);
  }

  private static int indexOfPreamble(byte[] all) {
    for (int at = 0; at + PREAMBLE.length <= all.length; at++) {
      boolean found = true;
      for (int i = 0; found && i < PREAMBLE.length; i++) {
        found = all[at + i] == PREAMBLE[i];
      }
      if (found) {
        return at;
      }
    }
    return -1;
  }
}
