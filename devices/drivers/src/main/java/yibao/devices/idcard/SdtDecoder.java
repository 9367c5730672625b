package yibao.devices.idcard;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds answers in a stream of bytes. Total and bounded: whatever arrives, it either finds the next
 * well-formed answer or waits for more in at most {@value #CAPACITY} bytes of memory.
 *
 * <p>An answer is {@code AA AA AA 96 69}, a length of two bytes (big-endian) that counts all that
 * follows, status, data, and a check that makes the exclusive or from the length on zero.
 */
final class SdtDecoder {
  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int HEADER = PREAMBLE.length + 2;
  private static final int MIN_LENGTH = 4;

  /** Text, photo and the longest fingerprint with their lengths, status and check. */
  private static final int MAX_LENGTH = 3 + 6 + 256 + 1024 + 1024 + 1;

  private static final int CAPACITY = HEADER + MAX_LENGTH;

  private final byte[] buffer = new byte[CAPACITY];
  private int filled;
  private long damaged;

  /** Takes bytes in the order of the line and hands over each answer they complete. */
  void accept(byte[] bytes, int count, Consumer<SdtAnswer> answers) {
    int taken = 0;
    while (taken < count) {
      int step = Math.min(count - taken, CAPACITY - filled);
      System.arraycopy(bytes, taken, buffer, filled, step);
      filled += step;
      taken += step;
      scan(answers);
    }
  }

  /**
   * Gives up on the answer that has begun, because the line fell silent, and looks for another one
   * inside it.
   */
  void abandon(Consumer<SdtAnswer> answers) {
    while (begun()) {
      drop(1);
      damaged++;
      scan(answers);
    }
  }

  /** Whether the beginning of an answer has been heard and its end has not. */
  boolean begun() {
    return filled >= PREAMBLE.length;
  }

  /** Forgets everything heard. */
  void reset() {
    filled = 0;
  }

  /** How many bytes have been thrown away because they belonged to no answer. */
  long damaged() {
    return damaged;
  }

  private void scan(Consumer<SdtAnswer> answers) {
    while (true) {
      int start = preambleAt();
      damaged += start;
      drop(start);
      if (filled < HEADER) {
        return;
      }
      int length = (buffer[HEADER - 2] & 0xFF) << 8 | buffer[HEADER - 1] & 0xFF;
      if (length < MIN_LENGTH || length > MAX_LENGTH) {
        damaged++;
        drop(1);
        continue;
      }
      int end = HEADER + length;
      if (filled < end) {
        return;
      }
      if (!checks(end)) {
        damaged++;
        drop(1);
        continue;
      }
      SdtAnswer answer =
          new SdtAnswer(
              buffer[HEADER] & 0xFF,
              buffer[HEADER + 1] & 0xFF,
              buffer[HEADER + 2] & 0xFF,
              Arrays.copyOfRange(buffer, HEADER + 3, end - 1));
      drop(end);
      answers.accept(answer);
    }
  }

  /** Where a preamble begins, or the first position from which one may still come. */
  private int preambleAt() {
    for (int at = 0; at < filled; at++) {
      int match = 0;
      while (match < PREAMBLE.length
          && at + match < filled
          && buffer[at + match] == PREAMBLE[match]) {
        match++;
      }
      if (match == PREAMBLE.length || at + match == filled) {
        return at;
      }
    }
    return filled;
  }

  private boolean checks(int end) {
    int check = 0;
    for (int at = HEADER - 2; at < end; at++) {
      check ^= buffer[at];
    }
    return check == 0;
  }

  private void drop(int count) {
    System.arraycopy(buffer, count, buffer, 0, filled - count);
    filled -= count;
    Arrays.fill(buffer, filled, filled + count, (byte) 0);
  }
}
