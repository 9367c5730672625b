package yibao.devices.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Completes two finder patterns to three where glare, a thumb or a smear hides one: the third
 * stands at a right angle, near the place that looks most like one.
 */
final class PairSearch {
  private static final int MOST_PAIRS = 8;
  private static final int MOST_TRIOS = 16;
  private static final double STEP = 0.75;

  private final Plane plane;
  private final FinderPattern one;
  private final FinderPattern other;
  private final PatternFit fit;
  private final List<Guess> guesses;

  private record Guess(Trio trio, double score) {}

  private PairSearch(Plane plane, FinderPattern one, FinderPattern other, List<Guess> guesses) {
    this.plane = plane;
    this.one = one;
    this.other = other;
    this.fit = new PatternFit(plane, one.inverted(), one.module(), PatternFit.contrast(plane, one));
    this.guesses = guesses;
  }

  /** Trios of two patterns each and a third guessed, the likeliest first. */
  static List<Trio> complete(Plane plane, List<FinderPattern> patterns, Deadline deadline) {
    List<Guess> guesses = new ArrayList<>();
    for (FinderPattern[] pair : pairs(patterns)) {
      if (deadline.passed()) {
        break;
      }
      new PairSearch(plane, pair[0], pair[1], guesses).guess();
    }
    return guesses.stream()
        .sorted(Comparator.comparingDouble(Guess::score).reversed())
        .limit(MOST_TRIOS)
        .map(Guess::trio)
        .toList();
  }

  private static List<FinderPattern[]> pairs(List<FinderPattern> patterns) {
    List<FinderPattern[]> pairs = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      for (int j = i + 1; j < patterns.size(); j++) {
        FinderPattern one = patterns.get(i);
        FinderPattern other = patterns.get(j);
        double larger = Math.max(one.module(), other.module());
        double smaller = Math.min(one.module(), other.module());
        double modules = one.distance(other.x(), other.y()) / larger;
        if (one.inverted() == other.inverted()
            && larger < 1.6 * smaller
            && modules > 8
            && modules < 90) {
          pairs.add(new FinderPattern[] {one, other});
        }
      }
    }
    pairs.sort(Comparator.comparingInt(it -> -Math.min(it[0].hits(), it[1].hits())));
    return pairs.size() > MOST_PAIRS ? pairs.subList(0, MOST_PAIRS) : pairs;
  }

  /** The two may be neighbours, with the third beside either, or opposite, with it between them. */
  private void guess() {
    double dx = other.x() - one.x();
    double dy = other.y() - one.y();
    for (int side = -1; side <= 1; side += 2) {
      double px = -dy * side;
      double py = dx * side;
      FinderPattern third = likeliest(one.x() + px, one.y() + py, dx, dy);
      guesses.add(new Guess(Trio.of(one, other, third), score(third, dx, dy)));
      third = likeliest(other.x() + px, other.y() + py, dx, dy);
      guesses.add(new Guess(Trio.of(other, one, third), score(third, dx, dy)));
      double halfX = (dx + px) / 2;
      double halfY = (dy + py) / 2;
      third = likeliest(one.x() + halfX, one.y() + halfY, halfX, halfY);
      guesses.add(new Guess(Trio.of(third, one, other), score(third, halfX, halfY)));
    }
  }

  /** Where within some modules of a place a pattern lying along a direction fits best. */
  private FinderPattern likeliest(double x, double y, double alongX, double alongY) {
    double length = Math.hypot(alongX, alongY);
    double module = module(alongX, alongY);
    double ux = alongX / length * module;
    double uy = alongY / length * module;
    double reach = 2 + 0.1 * length / module;
    FinderPattern best = at(x, y);
    double most = score(best, alongX, alongY);
    for (double v = -reach; v <= reach; v += STEP) {
      for (double u = -reach; u <= reach; u += STEP) {
        FinderPattern here = at(x + u * ux - v * uy, y + u * uy + v * ux);
        double score = score(here, alongX, alongY);
        if (score > most) {
          most = score;
          best = here;
        }
      }
    }
    return best;
  }

  private FinderPattern at(double x, double y) {
    return new FinderPattern(x, y, (one.module() + other.module()) / 2, one.inverted(), 1);
  }

  /** Agreement of core and rings with what a pattern there would show, -1 to 1. */
  private double score(FinderPattern pattern, double alongX, double alongY) {
    if (!plane.contains(pattern.x(), pattern.y())) {
      return -1;
    }
    double module = module(alongX, alongY);
    double length = Math.hypot(alongX, alongY);
    double ux = alongX / length * module;
    double uy = alongY / length * module;
    double core = 0;
    double gap = 0;
    double ring = 0;
    for (int v = -1; v <= 1; v++) {
      for (int u = -1; u <= 1; u++) {
        core += darkness(pattern, u, v, ux, uy);
        if (u != 0 || v != 0) {
          gap += darkness(pattern, 2 * u, 2 * v, ux, uy);
          ring += darkness(pattern, 3 * u, 3 * v, ux, uy);
        }
      }
    }
    return (core / 9 - gap / 8 + ring / 8) / 3;
  }

  private double darkness(FinderPattern pattern, int u, int v, double ux, double uy) {
    return fit.darkness(pattern.x() + u * ux - v * uy, pattern.y() + u * uy + v * ux);
  }

  /** Patterns are measured along rows and columns, which cut a turned square askew. */
  private double module(double alongX, double alongY) {
    double steep = Math.max(Math.abs(alongX), Math.abs(alongY)) / Math.hypot(alongX, alongY);
    return (one.module() + other.module()) / 2 * steep;
  }
}
