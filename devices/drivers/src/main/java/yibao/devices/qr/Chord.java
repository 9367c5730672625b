package yibao.devices.qr;

/**
 * A straight cut through a finder pattern: dark, light, three dark, light, dark. Edges lie between
 * pixels, and the checks add neighbouring bars, so that neither coarse pixels nor blooming hide the
 * pattern. One thread at a time.
 */
final class Chord {
  private final double[] ahead = new double[3];
  private final double[] behind = new double[3];
  private Plane plane;
  private Threshold threshold;
  private float floor;

  /** From the point cut through to the middle of its pixel, from which steps are counted. */
  private double shift;

  void on(Plane newPlane, Threshold newThreshold) {
    plane = newPlane;
    threshold = newThreshold;
    floor = threshold.floor(plane);
  }

  /**
   * Cuts through a point in a direction whose longer component is 1.
   *
   * @param light whether the pattern's core is light
   * @param module size of a module in steps, to within a factor of three
   * @return whether three edges were met each way; the picture's border counts as the third
   */
  boolean cut(double x, double y, double dx, double dy, boolean light, double module) {
    shift = Math.abs(dx) == 1 ? dx * (Math.floor(x) + 0.5 - x) : dy * (Math.floor(y) + 0.5 - y);
    return walk(x, y, dx, dy, light, module, ahead) && walk(x, y, -dx, -dy, light, module, behind);
  }

  private boolean walk(
      double x, double y, double dx, double dy, boolean light, double module, double[] edges) {
    if (!plane.contains(x, y)) {
      return false;
    }
    float last = threshold.at(plane, (int) x, (int) y);
    boolean dark = !light;
    if (last < 0 != dark) {
      return false;
    }
    double edge = 0;
    int met = 0;
    double limit = module * 4.5 + 2;
    for (int step = 1; step <= limit; step++) {
      double atX = x + dx * step;
      double atY = y + dy * step;
      if (!plane.contains(atX, atY)) {
        edges[2] = step - 0.5;
        return met == 2;
      }
      float here = threshold.at(plane, (int) atX, (int) atY);
      if (here < 0 != last < 0) {
        edge = step - 1 + last / (last - here);
      }
      if (here < 0 != dark && Math.abs(here) > floor) {
        edges[met++] = edge;
        if (met == 3) {
          return true;
        }
        dark = !dark;
        limit += module * 3;
      }
      last = here;
    }
    return false;
  }

  /** Whether the last cut's bars have a finder pattern's proportions. */
  boolean fits(double tolerance) {
    return fits(
        behind[2] - behind[1],
        behind[1] - behind[0],
        behind[0] + ahead[0],
        ahead[1] - ahead[0],
        ahead[2] - ahead[1],
        tolerance);
  }

  /** Size of a module along the last cut, in steps. */
  double module() {
    return (behind[2] + behind[1] + ahead[1] + ahead[2]) / 12;
  }

  /** How far the pattern's middle lies ahead of the point cut through, in steps. */
  double offset() {
    return shift + (ahead[0] + ahead[1] + ahead[2] - behind[0] - behind[1] - behind[2]) / 6;
  }

  /** Bars in the order met; neighbours are added because blooming moves edges in pairs. */
  static boolean fits(double a, double b, double c, double d, double e, double tolerance) {
    double module = (a + 2 * (b + c + d) + e) / 12;
    double slack = module * tolerance;
    return c > 1.5 * module
        && c >= Math.max(b, d)
        && Math.abs(a + b - 2 * module) < slack
        && Math.abs(d + e - 2 * module) < slack
        && Math.abs(b + c - 4 * module) < 1.5 * slack
        && Math.abs(c + d - 4 * module) < 1.5 * slack;
  }
}
