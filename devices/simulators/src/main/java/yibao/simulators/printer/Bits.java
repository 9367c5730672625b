package yibao.simulators.printer;

import java.util.BitSet;

/**
 * A picture of black and white dots.
 *
 * @param dots row by row, set where black
 */
record Bits(int width, int height, BitSet dots) {
  static Bits none() {
    return new Bits(0, 0, new BitSet());
  }

  /** Rows packed into bytes, the leftmost dot in the highest bit, each row in whole bytes. */
  static Bits packed(byte[] bytes, int from, int width, int height) {
    int stride = (width + 7) / 8;
    BitSet dots = new BitSet(width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if ((bytes[from + y * stride + x / 8] >> 7 - x % 8 & 1) == 1) {
          dots.set(y * width + x);
        }
      }
    }
    return new Bits(width, height, dots);
  }

  boolean black(int x, int y) {
    return dots.get(y * width + x);
  }

  /** Each dot as a block of dots. */
  Bits scaled(int scaleX, int scaleY) {
    if (scaleX == 1 && scaleY == 1) {
      return this;
    }
    Bits scaled = new Bits(width * scaleX, height * scaleY, new BitSet());
    for (int y = 0; y < scaled.height; y++) {
      for (int x = 0; x < scaled.width; x++) {
        scaled.dots.set(y * scaled.width + x, black(x / scaleX, y / scaleY));
      }
    }
    return scaled;
  }
}
