package yibao.devices.qr;

import com.google.zxing.qrcode.decoder.Version;
import java.util.stream.IntStream;

/**
 * Which modules of a version's symbol are the same in every code (finder, separator, timing and
 * alignment patterns) and in which order the others carry data (ISO/IEC 18004, 6.3 and 7.7).
 */
final class SymbolLayout {
  private static final byte DATA = 0;
  private static final byte DARK = 1;
  private static final byte LIGHT = -1;
  private static final byte RESERVED = 2;

  private final Version version;
  private final int dimension;
  private final byte[] modules;
  private final int[] fixed;
  private final int[] data;

  SymbolLayout(int number) {
    version = Version.getVersionForNumber(number);
    dimension = version.getDimensionForVersion();
    modules = new byte[dimension * dimension];
    timing();
    finder(0, 0);
    finder(dimension - 7, 0);
    finder(0, dimension - 7);
    alignments();
    reserve(number);
    fixed = positions(true);
    data = order();
  }

  private void set(int u, int v, byte value) {
    if (u >= 0 && v >= 0 && u < dimension && v < dimension) {
      modules[v * dimension + u] = value;
    }
  }

  private void timing() {
    for (int i = 8; i < dimension - 8; i++) {
      set(i, 6, i % 2 == 0 ? DARK : LIGHT);
      set(6, i, i % 2 == 0 ? DARK : LIGHT);
    }
  }

  private void finder(int left, int top) {
    for (int v = -1; v <= 7; v++) {
      for (int u = -1; u <= 7; u++) {
        int ring = Math.max(Math.abs(u - 3), Math.abs(v - 3));
        set(left + u, top + v, ring == 2 || ring == 4 ? LIGHT : DARK);
      }
    }
  }

  private void alignments() {
    int[] centres = version.getAlignmentPatternCenters();
    int last = dimension - 7;
    for (int u : centres) {
      for (int v : centres) {
        if ((u == 6 && v == 6) || (u == 6 && v == last) || (u == last && v == 6)) {
          continue;
        }
        for (int dv = -2; dv <= 2; dv++) {
          for (int du = -2; du <= 2; du++) {
            set(u + du, v + dv, Math.max(Math.abs(du), Math.abs(dv)) == 1 ? LIGHT : DARK);
          }
        }
      }
    }
  }

  private void reserve(int number) {
    for (int i = 0; i < 9; i++) {
      reserve(i, 8);
      reserve(8, i);
    }
    for (int i = 1; i <= 8; i++) {
      reserve(dimension - i, 8);
      reserve(8, dimension - i);
    }
    set(8, dimension - 8, DARK);
    for (int i = 0; number >= 7 && i < 18; i++) {
      reserve(dimension - 11 + i % 3, i / 3);
      reserve(i / 3, dimension - 11 + i % 3);
    }
  }

  private void reserve(int u, int v) {
    if (modules[v * dimension + u] == DATA) {
      set(u, v, RESERVED);
    }
  }

  private int[] positions(boolean ofFixed) {
    return IntStream.range(0, modules.length)
        .filter(at -> ofFixed == (modules[at] == DARK || modules[at] == LIGHT))
        .toArray();
  }

  private int[] order() {
    int[] order = new int[version.getTotalCodewords() * 8];
    int count = 0;
    boolean up = true;
    for (int right = dimension - 1; right > 0; right -= 2) {
      if (right == 6) {
        right--;
      }
      for (int i = 0; i < dimension; i++) {
        int v = up ? dimension - 1 - i : i;
        for (int u = right; u > right - 2; u--) {
          int at = v * dimension + u;
          if (modules[at] == DATA && count < order.length) {
            order[count++] = at;
          }
        }
      }
      up = !up;
    }
    return order;
  }

  Version version() {
    return version;
  }

  int dimension() {
    return dimension;
  }

  /** Positions (row × dimension + column) of the modules that are the same in every code. */
  int[] fixed() {
    return fixed;
  }

  /** Whether a fixed module is dark. */
  boolean dark(int position) {
    return modules[position] == DARK;
  }

  /** Positions of the data bits, eight for each codeword, the most significant first. */
  int[] data() {
    return data;
  }
}
