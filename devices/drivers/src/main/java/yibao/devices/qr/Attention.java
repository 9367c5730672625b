package yibao.devices.qr;

import java.util.Arrays;
import java.util.List;

/**
 * A coarse look at a frame: how bright its parts are and where something busy, such as a code, is
 * in view. Keeps scratch memory; one thread at a time.
 */
final class Attention {
  private static final int CELL = 32;
  private static final int STEP = 4;
  private static final int WHITE = 250;

  /** A code changes at least this many grey levels from one sample to the next, beyond noise. */
  private static final double BUSY = 4;

  private int columns;
  private int rows;
  private boolean[] busy = new boolean[0];
  private int[] queue = new int[0];
  private double brightest;
  private double white;

  /** Looks at a frame. */
  void look(Plane plane) {
    columns = Math.max(1, plane.width() / CELL);
    rows = Math.max(1, plane.height() / CELL);
    if (busy.length < columns * rows) {
      busy = new boolean[columns * rows];
      queue = new int[columns * rows];
    }
    brightest = 0;
    long whites = 0;
    double least = BUSY + 1.6 * plane.noise();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int across = 0;
        int down = 0;
        int sum = 0;
        int count = 0;
        int right = Math.min(plane.width() - STEP, (column + 1) * CELL);
        int bottom = Math.min(plane.height() - STEP, (row + 1) * CELL);
        for (int y = row * CELL; y < bottom; y += STEP) {
          for (int x = column * CELL; x < right; x += STEP) {
            int here = plane.at(x, y);
            across += Math.abs(here - plane.at(x + STEP, y));
            down += Math.abs(here - plane.at(x, y + STEP));
            whites += here >= WHITE ? 1 : 0;
            sum += here;
            count++;
          }
        }
        int samples = Math.max(1, count);
        brightest = Math.max(brightest, (double) sum / samples);
        busy[row * columns + column] = Math.min(across, down) > least * samples;
      }
    }
    double samples = (double) columns * rows * (CELL / STEP) * (CELL / STEP);
    white = whites / samples;
  }

  /** Mean brightness of the brightest part, 0 to 255. */
  double brightest() {
    return brightest;
  }

  /** Part of the frame that is pure white, 0 to 1. */
  double white() {
    return white;
  }

  /**
   * Where to look closer: round the finder patterns seen, else the largest busy patch with its
   * neighbourhood.
   *
   * @return empty when nothing is busy: {@code right} is then not beyond {@code left}
   */
  Region region(Plane plane, List<FinderPattern> patterns) {
    Region region = largestBusy();
    for (FinderPattern pattern : patterns) {
      int reach = (int) (pattern.module() * 40);
      region =
          region.right() <= region.left()
              ? new Region(
                      (int) pattern.x(),
                      (int) pattern.y(),
                      (int) pattern.x() + 1,
                      (int) pattern.y() + 1)
                  .grown(reach, plane)
              : region
                  .including(pattern.x() - reach, pattern.y() - reach)
                  .including(pattern.x() + reach, pattern.y() + reach);
    }
    return region.right() <= region.left() ? region : region.grown(CELL, plane);
  }

  private Region largestBusy() {
    boolean[] left = Arrays.copyOf(busy, columns * rows);
    Region largest = new Region(0, 0, 0, 0);
    int most = 1;
    for (int start = 0; start < left.length; start++) {
      if (!left[start]) {
        continue;
      }
      Region patch = new Region(columns, rows, 0, 0);
      int count = 0;
      int head = 0;
      queue[count++] = start;
      left[start] = false;
      while (head < count) {
        int cell = queue[head++];
        int column = cell % columns;
        int row = cell / columns;
        patch = patch.including(column, row);
        for (int next = 0; next < 9; next++) {
          int nearColumn = column + next % 3 - 1;
          int nearRow = row + next / 3 - 1;
          int near = nearRow * columns + nearColumn;
          if (nearColumn >= 0
              && nearRow >= 0
              && nearColumn < columns
              && nearRow < rows
              && left[near]) {
            left[near] = false;
            queue[count++] = near;
          }
        }
      }
      if (count > most) {
        most = count;
        largest =
            new Region(
                patch.left() * CELL,
                patch.top() * CELL,
                patch.right() * CELL,
                patch.bottom() * CELL);
      }
    }
    return largest;
  }
}
