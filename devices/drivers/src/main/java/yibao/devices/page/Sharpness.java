package yibao.devices.page;

import java.util.Arrays;
import java.util.List;
import yibao.devices.page.Corners.Point;
import yibao.devices.qr.GreyImage;

/**
 * How sharp a page is: by the one edge every page has, from paper to mat, and by its print. Print
 * alone will not do, since thin strokes lose contrast rather than steepness when they blur.
 */
final class Sharpness {
  private static final int SAMPLES = 41;

  /** Corners may be round or dog-eared: this part of a side counts. */
  private static final double FROM = 0.15;

  /** A step of this part of the picture's larger side is as good as none. */
  private static final int FINE = 800;

  /** Print is looked for off the page's edges. */
  private static final double MARGIN = 0.04;

  private static final double INSIDE = 1 - 2 * MARGIN;

  /** Paper and ink differ by this much where there is print. */
  private static final int PRINT = 40;

  private Sharpness() {}

  /**
   * Steepest step across a page's sides as a part of their contrast: 1 when sharp, 0.5 for an edge
   * smeared over two steps; that of the worst side, because a page that moves smears two of them.
   *
   * @param reach pixels by which the corners may be wrong
   */
  static double of(GreyImage image, Corners page, int reach) {
    List<Point> points = page.points();
    double worst = 1;
    for (int side = 0; side < points.size(); side++) {
      worst =
          Math.min(
              worst,
              ofSide(image, points.get(side), points.get((side + 1) % points.size()), reach));
    }
    return worst;
  }

  /**
   * Steepest steps on a page as a part of its contrast: above 0.6 for sharp print, 1 for a page
   * without any.
   */
  static double ofPrint(GreyImage image, Corners page) {
    int[] levels = new int[256];
    int[] steps = new int[256];
    int span = span(image);
    int across = Math.max(1, (int) page.width());
    int down = Math.max(1, (int) page.height());
    int count = 0;
    for (int y = 0; y < down; y += 2) {
      for (int x = 0; x < across; x += 2) {
        Point here = page.at(MARGIN + INSIDE * x / across, MARGIN + INSIDE * y / down);
        int level = at(image, here.x(), here.y());
        int right = Math.abs(level - at(image, here.x() + span, here.y()));
        int below = Math.abs(level - at(image, here.x(), here.y() + span));
        levels[level]++;
        steps[Math.max(right, below)]++;
        count++;
      }
    }
    int contrast = quantile(levels, count, 0.9) - quantile(levels, count, 0.005);
    return contrast < PRINT ? 1 : (double) quantile(steps, count, 0.995) / contrast;
  }

  private static int quantile(int[] histogram, int count, double part) {
    int level = 0;
    for (long below = histogram[0];
        below < part * count && level < 255;
        below += histogram[level]) {
      level++;
    }
    return level;
  }

  private static int span(GreyImage image) {
    return Math.max(2, Math.max(image.width(), image.height()) / FINE);
  }

  private static double ofSide(GreyImage image, Point from, Point to, int reach) {
    double length = Math.max(1, from.distance(to));
    double acrossX = (from.y() - to.y()) / length;
    double acrossY = (to.x() - from.x()) / length;
    double[] steps = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double along = FROM + (1 - 2 * FROM) * i / (SAMPLES - 1);
      double x = from.x() + (to.x() - from.x()) * along;
      double y = from.y() + (to.y() - from.y()) * along;
      int[] profile = new int[2 * reach + 1];
      for (int away = -reach; away <= reach; away++) {
        profile[away + reach] = at(image, x + away * acrossX, y + away * acrossY);
      }
      steps[i] = steepest(profile, span(image));
    }
    Arrays.sort(steps);
    return steps[SAMPLES / 2];
  }

  private static double steepest(int[] profile, int span) {
    int most = 0;
    for (int i = span; i < profile.length; i++) {
      most = Math.max(most, Math.abs(profile[i] - profile[i - span]));
    }
    int contrast =
        Arrays.stream(profile).max().getAsInt() - Arrays.stream(profile).min().getAsInt();
    return (double) most / Math.max(1, contrast);
  }

  private static int at(GreyImage image, double x, double y) {
    int column = Math.clamp((int) x, 0, image.width() - 1);
    int row = Math.clamp((int) y, 0, image.height() - 1);
    return image.pixels()[row * image.stride() + column] & 0xFF;
  }
}
