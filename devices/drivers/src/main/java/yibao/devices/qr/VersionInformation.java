package yibao.devices.qr;

import com.google.zxing.common.BitMatrix;

/**
 * The version as symbols from version 7 on write it, 6 bits protected by a BCH (18, 6) code, twice
 * (ISO/IEC 18004, 7.10).
 */
final class VersionInformation {
  private static final int GENERATOR = 0x1F25;
  private static final int LENGTH = 18;

  private VersionInformation() {}

  static int word(int version) {
    int rest = version << 12;
    for (int bit = LENGTH - 1; bit >= 12; bit--) {
      if ((rest >> bit & 1) == 1) {
        rest ^= GENERATOR << (bit - 12);
      }
    }
    return version << 12 | rest;
  }

  static void write(int version, BitMatrix symbol) {
    int word = word(version);
    int far = symbol.getWidth() - 11;
    for (int i = 0; i < LENGTH; i++) {
      if ((word >> i & 1) == 1) {
        symbol.set(far + i % 3, i / 3);
        symbol.set(i / 3, far + i % 3);
      }
    }
  }
}
