package yibao.devices.qr;

/**
 * A symbol's modules as sampled from the picture: first their brightness, then how dark each is
 * against the black and white round it. One thread at a time.
 */
final class ModuleGrid {
  private static final int REACH = 5;

  /** Below this part of the symbol's usual contrast, a module's surroundings say little. */
  private static final float FLAT = 0.3f;

  private float[] brightness = new float[0];
  private float[] soft = new float[0];
  private int dimension;

  /** Samples each module at and round its centre. */
  void sample(Plane plane, Projection projection, int newDimension) {
    dimension = newDimension;
    if (brightness.length < dimension * dimension) {
      brightness = new float[dimension * dimension];
      soft = new float[dimension * dimension];
    }
    double spread = projection.scale(dimension / 2.0, dimension / 2.0) < 3 ? 0 : 0.22;
    for (int v = 0; v < dimension; v++) {
      for (int u = 0; u < dimension; u++) {
        brightness[v * dimension + u] = sample(plane, projection, u + 0.5, v + 0.5, spread);
      }
    }
  }

  private static float sample(
      Plane plane, Projection projection, double u, double v, double spread) {
    float centre = plane.between(projection.x(u, v), projection.y(u, v));
    if (spread == 0) {
      return centre;
    }
    float sum = centre;
    for (int i = 0; i < 4; i++) {
      double atU = u + (i < 2 ? spread : -spread);
      double atV = v + (i % 2 == 0 ? spread : -spread);
      sum += plane.between(projection.x(atU, atV), projection.y(atU, atV));
    }
    return sum / 5;
  }

  /**
   * Darkness of each module, row by row, about -1 (light) to 1 (dark).
   *
   * @param inverted whether the symbol is light on dark
   */
  float[] darkness(boolean inverted) {
    int count = dimension * dimension;
    SlidingSum all = new SlidingSum(dimension, REACH);
    SlidingSum bright = new SlidingSum(dimension, REACH);
    SlidingSum lights = new SlidingSum(dimension, REACH);
    all.fill(at -> brightness[at]);
    bright.fill(at -> isLight(all, at) ? brightness[at] : 0);
    lights.fill(at -> isLight(all, at) ? 1 : 0);
    float[] middle = new float[count];
    float[] range = new float[count];
    double total = 0;
    for (int at = 0; at < count; at++) {
      float light = lights.at(at);
      float dark = all.size(at) - light;
      float mean = all.at(at) / all.size(at);
      float white = light == 0 ? mean : bright.at(at) / light;
      float black = dark == 0 ? mean : (all.at(at) - bright.at(at)) / dark;
      middle[at] = (white + black) / 2;
      range[at] = white - black;
      total += range[at];
    }
    float usual = (float) (total / count) + 1e-3f;
    for (int at = 0; at < count; at++) {
      float half = Math.max(range[at], usual * FLAT) / 2;
      float scaled = (middle[at] - brightness[at]) / half;
      float trust = Math.min(1, range[at] / usual);
      soft[at] = (inverted ? -scaled : scaled) * trust;
    }
    return soft;
  }

  private boolean isLight(SlidingSum all, int at) {
    return brightness[at] * all.size(at) > all.at(at);
  }
}
