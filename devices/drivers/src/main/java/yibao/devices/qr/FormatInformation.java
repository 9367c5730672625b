package yibao.devices.qr;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * What a symbol says about itself beside its data: error-correction level and mask, 5 bits
 * protected by a BCH (15, 5) code and written twice (ISO/IEC 18004, 7.9).
 */
record FormatInformation(int bits) {
  private static final int GENERATOR = 0x537;
  private static final int MASK = 0x5412;
  private static final int LENGTH = 15;

  ErrorCorrectionLevel level() {
    return ErrorCorrectionLevel.forBits(bits >> 3);
  }

  /** Whether the data mask turns a module over. */
  boolean masks(int u, int v) {
    return switch (bits & 7) {
      case 0 -> (u + v) % 2 == 0;
      case 1 -> v % 2 == 0;
      case 2 -> u % 3 == 0;
      case 3 -> (u + v) % 3 == 0;
      case 4 -> (v / 2 + u / 3) % 2 == 0;
      case 5 -> u * v % 6 == 0;
      case 6 -> u * v % 6 < 3;
      default -> (u + v + u * v % 3) % 2 == 0;
    };
  }

  /** The 15 bits as written into the symbol. */
  int word() {
    int rest = bits << 10;
    for (int bit = LENGTH - 1; bit >= 10; bit--) {
      if ((rest >> bit & 1) == 1) {
        rest ^= GENERATOR << (bit - 10);
      }
    }
    return (bits << 10 | rest) ^ MASK;
  }

  /** Column of bit {@code i} (14 is the first) of the copy round the top left corner. */
  static int firstColumn(int i) {
    return i >= 9 ? LENGTH - 1 - i : i == 8 ? 7 : 8;
  }

  /** Its row. */
  static int firstRow(int i) {
    return i >= 7 ? 8 : i == 6 ? 7 : i;
  }

  /** Column of bit {@code i} of the copy divided between the other two corners. */
  static int secondColumn(int i, int dimension) {
    return i >= 8 ? 8 : dimension - 1 - i;
  }

  /** Its row. */
  static int secondRow(int i, int dimension) {
    return i >= 8 ? dimension - LENGTH + i : 8;
  }

  /**
   * How well the symbol's two copies agree with this, -1 to 1.
   *
   * @param soft each module's darkness, row by row, positive for dark
   */
  double agreement(float[] soft, int dimension) {
    int word = word();
    double agreement = 0;
    for (int i = 0; i < LENGTH; i++) {
      double sign = (word >> i & 1) == 1 ? 1 : -1;
      double first = soft[firstRow(i) * dimension + firstColumn(i)];
      double second = soft[secondRow(i, dimension) * dimension + secondColumn(i, dimension)];
      agreement += sign * (Math.clamp(first, -1, 1) + Math.clamp(second, -1, 1));
    }
    return agreement / (2 * LENGTH);
  }
}
