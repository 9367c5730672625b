package yibao.devices.qr;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays a symbol's grid of modules onto three finder patterns: the version by their distance and the
 * timing pattern, the plane by their own foreshortening and the alignment pattern. Keeps the
 * layouts it has used; one thread at a time.
 */
final class GridLayer {
  private static final int VERSIONS = 40;

  /** Timing patterns that agree less are not one: random modules stay below. */
  private static final double LEAST_TIMING = 0.3;

  /** Three patterns with so little strain hardly stand so by chance: blur may hide the timing. */
  private static final double WELL_PROPORTIONED = 0.25;

  private static final double LEAST_ALIGNMENT = 0.35;

  private final SymbolLayout[] layouts = new SymbolLayout[VERSIONS + 1];
  private final Chord chord = new Chord();

  /**
   * A grid laid.
   *
   * @param plane from module to pixel coordinates
   * @param timing agreement with the timing patterns, -1 to 1
   */
  record Grid(SymbolLayout layout, Projection plane, double timing) {}

  /** The likeliest grid; empty when the trio is none of a symbol. */
  Optional<Grid> lay(Plane plane, Trio trio, Threshold threshold, PatternFit fit) {
    chord.on(plane, threshold);
    Legs legs = legs(trio);
    double least = trio.strain() < WELL_PROPORTIONED ? 0 : LEAST_TIMING;
    return versions((legs.across + legs.down) / 2 + 7)
        .boxed()
        .flatMap(version -> Stream.of(true, false).map(it -> guess(fit, trio, legs, version, it)))
        .max(Comparator.comparingDouble(Grid::timing))
        .filter(it -> it.timing >= least)
        .map(it -> aligned(fit, it));
  }

  /** Lays the fourth point onto the alignment pattern where that fits better than not. */
  private static Grid aligned(PatternFit fit, Grid guess) {
    int dimension = guess.layout.dimension();
    if (guess.layout.version().getVersionNumber() < 2) {
      return guess;
    }
    double expected = dimension - 6.5;
    double reach = Math.clamp(dimension / 10.0, 3, 6);
    double[] found = fit.findAlignment(guess.plane, expected, expected, reach);
    if (found[2] < LEAST_ALIGNMENT) {
      return guess;
    }
    double far = dimension - 3.5;
    Projection plane = guess.plane;
    Projection aligned =
        Projection.through(
            new double[][] {
              {3.5, 3.5, plane.x(3.5, 3.5), plane.y(3.5, 3.5)},
              {far, 3.5, plane.x(far, 3.5), plane.y(far, 3.5)},
              {3.5, far, plane.x(3.5, far), plane.y(3.5, far)},
              {expected, expected, plane.x(found[0], found[1]), plane.y(found[0], found[1])}
            });
    return aligned.usable() ? new Grid(guess.layout, aligned, guess.timing) : guess;
  }

  private Grid guess(PatternFit fit, Trio trio, Legs legs, int version, boolean tilted) {
    SymbolLayout layout = layout(version);
    double span = layout.dimension() - 7;
    Projection plane =
        Projection.through(trio, 3.5, span, tilted ? legs.p / span : 0, tilted ? legs.q / span : 0);
    return new Grid(layout, plane, fit.timing(plane, layout.dimension()));
  }

  private SymbolLayout layout(int version) {
    if (layouts[version] == null) {
      layouts[version] = new SymbolLayout(version);
    }
    return layouts[version];
  }

  private static IntStream versions(double dimension) {
    int nearest = (int) Math.round((dimension - 17) / 4);
    int reach = nearest < 7 ? 1 : nearest < 20 ? 2 : 3;
    return IntStream.rangeClosed(nearest - reach, nearest + reach)
        .filter(it -> it >= 1 && it <= VERSIONS);
  }

  /** Modules along the two legs, and by how much the far end is foreshortened. */
  private record Legs(double across, double down, double p, double q) {}

  private Legs legs(Trio trio) {
    double cornerAcross = module(trio.corner(), trio.right());
    double farAcross = module(trio.right(), trio.corner());
    double cornerDown = module(trio.corner(), trio.bottom());
    double farDown = module(trio.bottom(), trio.corner());
    double across = trio.corner().distance(trio.right().x(), trio.right().y());
    double down = trio.corner().distance(trio.bottom().x(), trio.bottom().y());
    return new Legs(
        across / Math.sqrt(cornerAcross * farAcross),
        down / Math.sqrt(cornerDown * farDown),
        Math.clamp(Math.sqrt(cornerAcross / farAcross) - 1, -0.4, 0.6),
        Math.clamp(Math.sqrt(cornerDown / farDown) - 1, -0.4, 0.6));
  }

  /** Size of a module at one finder pattern in the direction of another, in pixels. */
  private double module(FinderPattern at, FinderPattern towards) {
    double dx = towards.x() - at.x();
    double dy = towards.y() - at.y();
    double longer = Math.max(Math.abs(dx), Math.abs(dy));
    if (chord.cut(at.x(), at.y(), dx / longer, dy / longer, at.inverted(), at.module())
        && chord.fits(1.2)) {
      return chord.module() * Math.hypot(dx, dy) / longer;
    }
    return at.module() * longer / Math.hypot(dx, dy);
  }
}
