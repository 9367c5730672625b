package yibao.templates.receipt;

import java.util.Arrays;

/**
 * Black dots on white, rows packed into bytes with the leftmost dot in the highest bit (ESC/POS
 * raster order).
 */
final class Bitmap {
  private final int width;
  private final int height;
  private final int stride;
  private final byte[] rows;

  Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = (width + 7) / 8;
    this.rows = new byte[stride * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int stride() {
    return stride;
  }

  boolean isBlack(int x, int y) {
    return (rows[y * stride + x / 8] & 0x80 >> x % 8) != 0;
  }

  /** Makes a dot black; dots outside are ignored. */
  void blacken(int x, int y) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      rows[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
    }
  }

  void blacken(int x, int y, int wide, int high) {
    for (int row = y; row < y + high; row++) {
      for (int column = x; column < x + wide; column++) {
        blacken(column, row);
      }
    }
  }

  /** Turns black to white and white to black in a rectangle. */
  void invert(int x, int y, int wide, int high) {
    for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
      for (int column = Math.max(0, x); column < Math.min(width, x + wide); column++) {
        rows[row * stride + column / 8] ^= (byte) (0x80 >> column % 8);
      }
    }
  }

  /** Lays another bitmap's black dots over this one. */
  void stamp(Bitmap other, int x, int y) {
    for (int row = 0; row < other.height; row++) {
      for (int column = 0; column < other.width; column++) {
        if (other.isBlack(column, row)) {
          blacken(x + column, y + row);
        }
      }
    }
  }

  /** How many rows at the top hold no black dot. */
  int whiteAbove() {
    int row = 0;
    while (row < height && isWhite(row)) {
      row++;
    }
    return row;
  }

  /** How many rows at the bottom hold no black dot. */
  int whiteBelow() {
    int row = height;
    while (row > 0 && isWhite(row - 1)) {
      row--;
    }
    return height - row;
  }

  private boolean isWhite(int row) {
    for (int i = row * stride; i < (row + 1) * stride; i++) {
      if (rows[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The rows from {@code first} to before {@code end}. */
  Bitmap rowsBetween(int first, int end) {
    Bitmap part = new Bitmap(width, end - first);
    System.arraycopy(rows, first * stride, part.rows, 0, part.rows.length);
    return part;
  }

  /** The rows from {@code first} on, as bytes for the printer. */
  byte[] rows(int first, int count) {
    return Arrays.copyOfRange(rows, first * stride, (first + count) * stride);
  }

  /**
   * This bitmap as it goes to a printer: without the white bytes at the right of all rows, and
   * without the pairs 10 04, 10 05 and 10 14, which printers obey even inside an image; they are
   * broken up by making a dot of the first byte two dots wide.
   */
  Bitmap forPrinter() {
    int kept = inkBytes();
    Bitmap cropped = new Bitmap(kept * 8, height);
    for (int row = 0; row < height; row++) {
      System.arraycopy(rows, row * stride, cropped.rows, row * kept, kept);
    }
    for (int i = 0; i + 1 < cropped.rows.length; i++) {
      byte next = cropped.rows[i + 1];
      if (cropped.rows[i] == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14)) {
        cropped.rows[i] = 0x18;
      }
    }
    return cropped;
  }

  /** How many bytes of each row hold black dots, at least 1. */
  private int inkBytes() {
    for (int column = stride - 1; column > 0; column--) {
      for (int row = 0; row < height; row++) {
        if (rows[row * stride + column] != 0) {
          return column + 1;
        }
      }
    }
    return 1;
  }
}
