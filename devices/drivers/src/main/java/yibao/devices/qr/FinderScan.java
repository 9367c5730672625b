package yibao.devices.qr;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for finder patterns, dark on light and light on dark at once, row by row. Keeps scratch
 * memory; one thread at a time.
 */
final class FinderScan {
  /** More candidates than this are noise; memory and time stay bounded. */
  private static final int MOST_PATTERNS = 120;

  /** A picture this many rows high is looked at row by row, twice as high every second row. */
  private static final int FINEST = 120;

  private static final double ROW_TOLERANCE = 0.55;
  private static final double CROSS_TOLERANCE = 0.85;
  private static final double DIAGONAL_TOLERANCE = 1.1;

  private final Chord chord = new Chord();
  private float[] row = new float[0];
  private float[] edges = new float[0];
  private Plane plane;
  private Threshold threshold;
  private Region region;

  /**
   * Patterns found in a region.
   *
   * @param rows every how many rows to look; in low pictures, whose codes are small, more often
   * @param deadline the search stops early when it passes
   */
  List<FinderPattern> find(
      Plane newPlane, Threshold newThreshold, int rows, Region newRegion, Deadline deadline) {
    plane = newPlane;
    threshold = newThreshold;
    region = newRegion;
    chord.on(plane, threshold);
    if (row.length < plane.width()) {
      row = new float[plane.width()];
      edges = new float[plane.width() + 2];
    }
    int step = Math.clamp((region.bottom() - region.top()) / FINEST, 1, rows);
    List<FinderPattern> found = new ArrayList<>();
    for (int y = region.top() + step / 2;
        y < region.bottom() && found.size() < MOST_PATTERNS;
        y += step) {
      if ((y & 31) < step && deadline.passed()) {
        break;
      }
      threshold.row(plane, y, region.left(), region.right(), row);
      scan(y, found);
    }
    return found;
  }

  private void scan(int y, List<FinderPattern> found) {
    boolean firstDark = row[region.left()] < 0;
    int bars = markEdges(firstDark);
    for (int i = 0; i + 5 <= bars; i++) {
      float a = edges[i + 1] - edges[i];
      float b = edges[i + 2] - edges[i + 1];
      float c = edges[i + 3] - edges[i + 2];
      if (c < 1.2f * Math.max(a, b) || c < 1.5f) {
        continue;
      }
      float d = edges[i + 4] - edges[i + 3];
      float e = edges[i + 5] - edges[i + 4];
      if (Chord.fits(a, b, c, d, e, ROW_TOLERANCE)) {
        boolean middleDark = firstDark == (i % 2 == 0);
        double module = (a + 2 * (b + c + d) + e) / 12;
        confirm((edges[i + 2] + edges[i + 3]) / 2, y + 0.5, module, !middleDark, found);
      }
    }
  }

  /** Writes where the row turns from dark to light or back; returns how many bars that makes. */
  private int markEdges(boolean firstDark) {
    float floor = threshold.floor(plane);
    float sense = firstDark ? 1 : -1;
    int count = 0;
    edges[count++] = region.left();
    for (int x = region.left() + 1; x < region.right(); x++) {
      if (row[x] * sense > floor) {
        edges[count++] = crossingBefore(x);
        sense = -sense;
      }
    }
    edges[count] = region.right();
    return count;
  }

  /** Where the brightness last crossed the threshold, between two pixels. */
  private float crossingBefore(int x) {
    int at = x - 1;
    while (at > region.left() && row[at] < 0 == row[x] < 0) {
      at--;
    }
    return at + 0.5f + row[at] / (row[at] - row[at + 1]);
  }

  private void confirm(
      double x, double y, double module, boolean inverted, List<FinderPattern> found) {
    if (seenAgain(x, y, inverted, 1.5, found)) {
      return;
    }
    if (!chord.cut(x, y, 0, 1, inverted, module) || !chord.fits(CROSS_TOLERANCE)) {
      return;
    }
    double centreY = y + chord.offset();
    if (!chord.cut(x, centreY, 1, 0, inverted, module) || !chord.fits(CROSS_TOLERANCE)) {
      return;
    }
    double across = chord.module();
    double centreX = x + chord.offset();
    if (!chord.cut(centreX, centreY, 0, 1, inverted, module) || !chord.fits(CROSS_TOLERANCE)) {
      return;
    }
    double down = chord.module();
    centreY += chord.offset();
    if (across > 3 * down || down > 3 * across) {
      return;
    }
    boolean falling =
        chord.cut(centreX, centreY, 1, 1, inverted, module) && chord.fits(DIAGONAL_TOLERANCE);
    boolean rising =
        chord.cut(centreX, centreY, 1, -1, inverted, module) && chord.fits(DIAGONAL_TOLERANCE);
    if ((falling || rising) && !seenAgain(centreX, centreY, inverted, 1, found)) {
      found.add(new FinderPattern(centreX, centreY, (across + down) / 2, inverted, 1));
    }
  }

  /** Counts a sighting of a pattern already found within some modules of a point. */
  private static boolean seenAgain(
      double x, double y, boolean inverted, double modules, List<FinderPattern> found) {
    for (int i = 0; i < found.size(); i++) {
      FinderPattern old = found.get(i);
      if (old.inverted() == inverted && old.distance(x, y) < old.module() * modules) {
        found.set(i, old.seenAgain());
        return true;
      }
    }
    return false;
  }
}
