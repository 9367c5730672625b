package yibao.devices.qr;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From three finder patterns to a text: the version by distance and timing pattern, the plane by
 * the patterns' own foreshortening and the alignment pattern, the modules from the grey picture.
 */
final class SymbolReader {
  private static final int VERSIONS = 40;

  /** Timing patterns that agree less are not one: random modules stay below. */
  private static final double LEAST_TIMING = 0.3;

  /** Three patterns with so little strain hardly stand so by chance: blur may hide the timing. */
  private static final double WELL_PROPORTIONED = 0.25;

  /** Fixed modules that agree less, wherever the grid is laid, belong to no symbol. */
  private static final double LEAST_FIT = 0.42;

  /** Undoing strong blur takes tens of milliseconds for symbols larger than version 10. */
  private static final int LARGEST_UNMIXED = 57;

  private static final double LEAST_ALIGNMENT = 0.35;

  private final SymbolLayout[] layouts = new SymbolLayout[VERSIONS + 1];
  private final ModuleGrid grid = new ModuleGrid();
  private final SymbolDecoder decoder = new SymbolDecoder();
  private final Chord chord = new Chord();

  /**
   * A text and where it stood.
   *
   * @param plane from module to pixel coordinates
   */
  record Symbol(String text, Projection plane, int dimension) {

    /** Whether a pattern's centre lies within the symbol. */
    boolean covers(FinderPattern pattern) {
      boolean inside = true;
      double[][] corners = corners();
      for (int i = 0; i < 4; i++) {
        double[] from = corners[i];
        double[] to = corners[(i + 1) % 4];
        double turn =
            (to[0] - from[0]) * (pattern.y() - from[1])
                - (to[1] - from[1]) * (pattern.x() - from[0]);
        inside &= turn > 0;
      }
      return inside;
    }

    /**
     * As told to the caller.
     *
     * @param left where the part of the picture looked at begins
     * @param top where it begins
     * @param factor by how much it was reduced
     */
    QrReading reading(int left, int top, int factor, String step) {
      return new QrReading(
          text,
          Stream.of(corners())
              .map(it -> new QrReading.Point(left + it[0] * factor, top + it[1] * factor))
              .toList(),
          step);
    }

    private double[][] corners() {
      return new double[][] {
        {plane.x(0, 0), plane.y(0, 0)},
        {plane.x(dimension, 0), plane.y(dimension, 0)},
        {plane.x(dimension, dimension), plane.y(dimension, dimension)},
        {plane.x(0, dimension), plane.y(0, dimension)}
      };
    }
  }

  private record Guess(SymbolLayout layout, Projection plane, double timing) {}

  /** Reads the symbol that three finder patterns belong to. */
  Optional<Symbol> read(Plane plane, Trio trio, Threshold threshold, Deadline deadline) {
    chord.on(plane, threshold);
    Legs legs = legs(trio);
    double contrast = PatternFit.contrast(plane, trio);
    PatternFit fit =
        new PatternFit(plane, trio.corner().inverted(), trio.corner().module(), contrast);
    Optional<Guess> best =
        versions((legs.across + legs.down) / 2 + 7)
            .boxed()
            .flatMap(
                version ->
                    Stream.of(true, false).map(tilted -> guess(fit, trio, legs, version, tilted)))
            .max(Comparator.comparingDouble(Guess::timing));
    if (best.isEmpty() || best.get().timing < leastTiming(trio) || deadline.passed()) {
      return Optional.empty();
    }
    return read(plane, fit, best.get(), trio.corner().inverted(), deadline);
  }

  private Optional<Symbol> read(
      Plane plane, PatternFit fit, Guess guess, boolean inverted, Deadline deadline) {
    SymbolLayout layout = guess.layout;
    Projection laid = aligned(fit, guess);
    Optional<String> text = decode(plane, fit, laid, layout, inverted, deadline);
    if (text.isEmpty() && !deadline.passed()) {
      laid = fit.improved(laid, layout, deadline);
      text = decode(plane, fit, laid, layout, inverted, deadline);
    }
    Projection found = laid;
    return text.map(it -> new Symbol(it, found, layout.dimension()));
  }

  private static double leastTiming(Trio trio) {
    return trio.strain() < WELL_PROPORTIONED ? 0 : LEAST_TIMING;
  }

  /** Decodes the modules as they are, then with mild, then with strong blur undone. */
  private Optional<String> decode(
      Plane plane,
      PatternFit fit,
      Projection laid,
      SymbolLayout layout,
      boolean inverted,
      Deadline deadline) {
    if (fit.all(laid, layout) < LEAST_FIT) {
      return Optional.empty();
    }
    grid.sample(plane, laid, layout.dimension());
    float[] soft = grid.darkness(inverted);
    Optional<String> text = decoder.decode(soft, layout);
    if (text.isEmpty() && !deadline.passed()) {
      text = decoder.decode(Equalizer.sharpen(soft, layout, 1), layout);
    }
    if (text.isEmpty() && !deadline.passed() && layout.dimension() <= LARGEST_UNMIXED) {
      text = decoder.decode(Unmixer.restore(soft, layout, 2), layout);
    }
    return text;
  }

  /** Lays the fourth point onto the alignment pattern where that fits better than not. */
  private static Projection aligned(PatternFit fit, Guess guess) {
    int dimension = guess.layout.dimension();
    if (guess.layout.version().getVersionNumber() < 2) {
      return guess.plane;
    }
    double expected = dimension - 6.5;
    double reach = Math.clamp(dimension / 10.0, 3, 6);
    double[] found = fit.findAlignment(guess.plane, expected, expected, reach);
    if (found[2] < LEAST_ALIGNMENT) {
      return guess.plane;
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
    return aligned.usable() ? aligned : plane;
  }

  private Guess guess(PatternFit fit, Trio trio, Legs legs, int version, boolean tilted) {
    SymbolLayout layout = layout(version);
    double span = layout.dimension() - 7;
    Projection plane =
        Projection.through(trio, 3.5, span, tilted ? legs.p / span : 0, tilted ? legs.q / span : 0);
    return new Guess(layout, plane, fit.timing(plane, layout.dimension()));
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
