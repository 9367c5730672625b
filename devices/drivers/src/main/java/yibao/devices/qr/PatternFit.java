package yibao.devices.qr;

/**
 * How well a projection lays a symbol's known modules onto the picture, and the search for a better
 * one. Light is judged against the surroundings of a few modules, so that shade and glare across
 * the code do not matter.
 */
final class PatternFit {
  /** Squares of 5 × 5 modules, dark ring, light ring, dark dot; weighted to a sum of zero. */
  private static final double LIGHT_WEIGHT = 17 / 8.0;

  private final Plane plane;
  private final int sign;
  private final double contrast;
  private final int surroundings;

  /**
   * @param inverted whether the code is light on dark
   * @param module size of a module in pixels
   * @param contrast typical difference from the surroundings, in grey levels
   */
  PatternFit(Plane plane, boolean inverted, double module, double contrast) {
    this.plane = plane;
    this.sign = inverted ? -1 : 1;
    this.contrast = contrast;
    this.surroundings = Math.max(3, (int) Math.round(module * 4));
  }

  /** Judged by the size and contrast of three finder patterns. */
  static PatternFit of(Plane plane, Trio trio) {
    FinderPattern corner = trio.corner();
    return new PatternFit(plane, corner.inverted(), corner.module(), contrast(plane, trio));
  }

  /** Whether the code is light on dark. */
  boolean inverted() {
    return sign < 0;
  }

  /** The middle one of three patterns' contrasts: one of them may be spoilt or only a guess. */
  private static double contrast(Plane plane, Trio trio) {
    double a = contrast(plane, trio.corner());
    double b = contrast(plane, trio.right());
    double c = contrast(plane, trio.bottom());
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** Grey levels between a finder pattern's rings and the mean of both. */
  static double contrast(Plane plane, FinderPattern pattern) {
    double module = pattern.module();
    if (!plane.contains(pattern.x(), pattern.y())) {
      return 1;
    }
    double mean = plane.mean((int) pattern.x(), (int) pattern.y(), (int) (module * 3.5));
    double sum = 0;
    int count = 0;
    for (int i = -3; i <= 3; i++) {
      for (int j = -3; j <= 3; j++) {
        sum += Math.abs(plane.between(pattern.x() + i * module, pattern.y() + j * module) - mean);
        count++;
      }
    }
    return Math.max(1, sum / count);
  }

  /** Darkness at a point, -1 to 1, in the code's own sense of dark. */
  double darkness(double x, double y) {
    if (!plane.contains(x, y)) {
      return 0;
    }
    double difference = plane.mean((int) x, (int) y, surroundings) - plane.between(x, y);
    return Math.clamp(sign * difference / contrast, -1, 1);
  }

  private double darkness(Projection projection, double u, double v) {
    return darkness(projection.x(u, v), projection.y(u, v));
  }

  /**
   * Agreement with the timing patterns, -1 to 1: the better of the two counts more, because a smear
   * may wipe out one.
   */
  double timing(Projection projection, int dimension) {
    double across = 0;
    double down = 0;
    for (int i = 8; i < dimension - 8; i++) {
      double sign = i % 2 == 0 ? 1 : -1;
      across += sign * darkness(projection, i + 0.5, 6.5);
      down += sign * darkness(projection, 6.5, i + 0.5);
    }
    return (across + down + Math.max(across, down)) / (3 * (dimension - 16));
  }

  /** Agreement with every fixed module, -1 to 1. */
  double all(Projection projection, SymbolLayout layout) {
    int[] fixed = layout.fixed();
    int dimension = layout.dimension();
    double sum = 0;
    for (int at : fixed) {
      double dark = darkness(projection, at % dimension + 0.5, at / dimension + 0.5);
      sum += layout.dark(at) ? dark : -dark;
    }
    return sum / fixed.length;
  }

  /** Agreement with an alignment pattern centred on a point in module coordinates, -1 to 1. */
  double alignment(Projection projection, double u, double v) {
    double sum = 0;
    for (int dv = -2; dv <= 2; dv++) {
      for (int du = -2; du <= 2; du++) {
        double dark = darkness(projection, u + du, v + dv);
        sum += Math.max(Math.abs(du), Math.abs(dv)) == 1 ? -dark * LIGHT_WEIGHT : dark;
      }
    }
    return sum / 34;
  }

  /**
   * Looks for an alignment pattern round the place a projection expects it.
   *
   * @param reach how far to look, in modules
   * @return its centre in module coordinates of that projection and the agreement there
   */
  double[] findAlignment(Projection projection, double u, double v, double reach) {
    double[] best = {u, v, -1};
    for (double dv = -reach; dv <= reach; dv += 0.5) {
      for (double du = -reach; du <= reach; du += 0.5) {
        double here = alignment(projection, u + du, v + dv) - 0.01 * Math.hypot(du, dv);
        if (here > best[2]) {
          best[0] = u + du;
          best[1] = v + dv;
          best[2] = here;
        }
      }
    }
    for (double step = 0.25; step > 0.1; step /= 2) {
      double aroundU = best[0];
      double aroundV = best[1];
      for (int i = 0; i < 9; i++) {
        double atU = aroundU + (i % 3 - 1) * step;
        double atV = aroundV + (i / 3 - 1) * step;
        double here = alignment(projection, atU, atV);
        if (here > best[2]) {
          best[0] = atU;
          best[1] = atV;
          best[2] = here;
        }
      }
    }
    return best;
  }

  /** Moves the symbol's four corners until its fixed modules agree best. */
  Projection improved(Projection start, SymbolLayout layout, Deadline deadline) {
    double last = layout.dimension() - 3.5;
    double[][] corners = {
      {3.5, 3.5, 0, 0}, {last, 3.5, 0, 0}, {3.5, last, 0, 0}, {last, last, 0, 0}
    };
    for (double[] corner : corners) {
      corner[2] = start.x(corner[0], corner[1]);
      corner[3] = start.y(corner[0], corner[1]);
    }
    double module = start.scale(layout.dimension() / 2.0, layout.dimension() / 2.0);
    Projection best = start;
    double score = all(start, layout);
    for (double step = 0.6 * module; step > 0.07 * module; step /= 2) {
      boolean moved = true;
      for (int round = 0; moved && round < 4 && !deadline.passed(); round++) {
        moved = false;
        for (int i = 0; i < 16; i++) {
          double[] corner = corners[3 - i / 4];
          int axis = 2 + i % 2;
          double shift = i / 2 % 2 == 0 ? step : -step;
          corner[axis] += shift;
          Projection next = Projection.through(corners);
          double reached = next.usable() ? all(next, layout) : -1;
          if (reached > score) {
            score = reached;
            best = next;
            moved = true;
          } else {
            corner[axis] -= shift;
          }
        }
      }
    }
    return best;
  }
}
