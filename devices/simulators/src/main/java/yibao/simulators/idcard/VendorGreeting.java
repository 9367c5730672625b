package yibao.simulators.idcard;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The frame without which a CVR-100R takes no command: {@code 02 | 00 11 | 03 AA | ten bytes | XOR
 * | 03}. The answer echoes the ten bytes, each XORed with its place.
 */
final class VendorGreeting {
  private static final byte[] BEGIN = {0x02, 0x00, 0x11, 0x03, (byte) 0xAA};
  private static final int LENGTH = 17;
  private static final int CHECK_AT = 15;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean done;

  boolean done() {
    return done;
  }

  void forget() {
    pending.reset();
    done = false;
  }

  /** Takes what arrived; the answer once the greeting is whole and right. */
  Optional<byte[]> take(byte[] bytes) {
    pending.writeBytes(bytes);
    byte[] all = pending.toByteArray();
    for (int at = 0; at + LENGTH <= all.length; at++) {
      byte[] frame = Arrays.copyOfRange(all, at, at + LENGTH);
      if (right(frame)) {
        done = true;
        pending.reset();
        return Optional.of(echo(frame));
      }
    }
    int from = Math.max(0, all.length - LENGTH + 1);
    pending.reset();
    pending.write(all, from, all.length - from);
    return Optional.empty();
  }

  private static boolean right(byte[] frame) {
    return Arrays.equals(frame, 0, BEGIN.length, BEGIN, 0, BEGIN.length)
        && frame[CHECK_AT] == check(frame)
        && frame[LENGTH - 1] == 0x03;
  }

  private static byte[] echo(byte[] frame) {
    byte[] answer = frame.clone();
    for (int at = BEGIN.length; at < CHECK_AT; at++) {
      answer[at] ^= (byte) (at - BEGIN.length);
    }
    answer[CHECK_AT] = check(answer);
    return answer;
  }

  private static byte check(byte[] frame) {
    byte check = 0;
    for (int at = 1; at < CHECK_AT; at++) {
      check ^= frame[at];
    }
    return check;
  }
}
