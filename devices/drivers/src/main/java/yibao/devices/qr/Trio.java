package yibao.devices.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Three finder patterns that may belong to one code.
 *
 * @param corner the one between the other two: top left of an upright code
 * @param right top right
 * @param bottom bottom left
 * @param strain how far from a code's proportions, 0 for perfect
 */
record Trio(FinderPattern corner, FinderPattern right, FinderPattern bottom, double strain) {
  private static final int MOST = 32;
  private static final double GUESSED = 10;
  private static final int MOST_PATTERNS = 40;

  /** Whether another trio is the same three patterns, seen a little elsewhere. */
  boolean resembles(Trio other) {
    return near(corner, other.corner) && near(right, other.right) && near(bottom, other.bottom);
  }

  private static boolean near(FinderPattern one, FinderPattern other) {
    return one.inverted() == other.inverted() && one.distance(other.x(), other.y()) < one.module();
  }

  /** Plausible trios of one polarity each, the most plausible first. */
  static List<Trio> among(List<FinderPattern> patterns) {
    List<Trio> trios = new ArrayList<>();
    for (boolean inverted : new boolean[] {false, true}) {
      List<FinderPattern> alike =
          patterns.stream()
              .filter(it -> it.inverted() == inverted)
              .sorted(Comparator.comparingInt(FinderPattern::hits).reversed())
              .limit(MOST_PATTERNS)
              .toList();
      for (int i = 0; i < alike.size(); i++) {
        for (int j = i + 1; j < alike.size(); j++) {
          for (int k = j + 1; k < alike.size(); k++) {
            add(alike.get(i), alike.get(j), alike.get(k), trios);
          }
        }
      }
    }
    trios.sort(Comparator.comparingDouble(Trio::strain));
    return trios.size() > MOST ? trios.subList(0, MOST) : trios;
  }

  /** Any of the three may be the corner: seen from the side, its angle need not be the largest. */
  private static void add(FinderPattern a, FinderPattern b, FinderPattern c, List<Trio> trios) {
    double ab = a.distance(b.x(), b.y());
    double bc = b.distance(c.x(), c.y());
    double ca = c.distance(a.x(), a.y());
    add(a, b, c, ab, ca, bc, trios);
    add(b, c, a, bc, ab, ca, trios);
    add(c, a, b, ca, bc, ab, trios);
  }

  private static void add(
      FinderPattern corner,
      FinderPattern one,
      FinderPattern other,
      double first,
      double second,
      double across,
      List<Trio> trios) {
    double small = Math.min(corner.module(), Math.min(one.module(), other.module()));
    double large = Math.max(corner.module(), Math.max(one.module(), other.module()));
    double module = (corner.module() + one.module() + other.module()) / 3;
    double legs = Math.max(first, second) / Math.min(first, second);
    double cosine = (first * first + second * second - across * across) / (2 * first * second);
    if (large > 3 * small
        || legs > 3.5
        || Math.abs(cosine) > 0.68
        || Math.min(first, second) < 9 * module * 0.45
        || Math.max(first, second) > 175 * module) {
      return;
    }
    double strain =
        Math.log(legs) + Math.abs(cosine) + 2 * Math.log(large / small) + first / module / 400;
    trios.add(of(corner, one, other, strain));
  }

  /** A trio of unknown handedness, one of whose patterns is a guess. */
  static Trio of(FinderPattern corner, FinderPattern one, FinderPattern other) {
    return of(corner, one, other, GUESSED);
  }

  private static Trio of(
      FinderPattern corner, FinderPattern one, FinderPattern other, double strain) {
    double turn =
        (one.x() - corner.x()) * (other.y() - corner.y())
            - (one.y() - corner.y()) * (other.x() - corner.x());
    return turn > 0 ? new Trio(corner, one, other, strain) : new Trio(corner, other, one, strain);
  }
}
