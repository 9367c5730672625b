package yibao.simulators.printer;

import java.util.HexFormat;

/**
 * One ESC/POS command with all its bytes.
 *
 * @param prefix 1B (ESC), 1C (FS), 1D (GS) or 10 (DLE)
 * @param op the byte after the prefix
 * @param arguments whatever follows
 */
record Command(int prefix, int op, byte[] arguments) {
  static final int ESC = 0x1B;
  static final int FS = 0x1C;
  static final int GS = 0x1D;
  static final int DLE = 0x10;

  /** Prefix and op as one number, such as 0x1B40. */
  int code() {
    return prefix << 8 | op;
  }

  /** An argument, 0–255. */
  int at(int index) {
    return arguments[index] & 0xFF;
  }

  /** Two arguments as a number, low byte first. */
  int wordAt(int index) {
    return at(index) | at(index + 1) << 8;
  }

  @Override
  public String toString() {
    return HexFormat.ofDelimiter(" ").formatHex(new byte[] {(byte) prefix, (byte) op});
  }
}
