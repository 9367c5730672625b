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
    float[] middle = new float[dimension * dimension];
    float[] range = new float[dimension * dimension];
    double total = 0;
    for (int v = 0; v < dimension; v++) {
      for (int u = 0; u < dimension; u++) {
        int at = v * dimension + u;
        levels(u, v, at, middle, range);
        total += range[at];
      }
    }
    float usual = (float) (total / (dimension * dimension)) + 1e-3f;
    for (int at = 0; at < middle.length; at++) {
      float half = Math.max(range[at], usual * FLAT) / 2;
      float scaled = (middle[at] - brightness[at]) / half;
      float trust = Math.min(1, range[at] / usual);
      soft[at] = (inverted ? -scaled : scaled) * trust;
    }
    return soft;
  }

  /**
   * The middle between the means of the lighter and the darker modules round one, and their gap.
   */
  private void levels(int u, int v, int at, float[] middle, float[] range) {
    int left = Math.max(0, u - REACH);
    int right = Math.min(dimension, u + REACH + 1);
    int top = Math.max(0, v - REACH);
    int bottom = Math.min(dimension, v + REACH + 1);
    float sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += brightness[y * dimension + x];
      }
    }
    int count = (right - left) * (bottom - top);
    float mean = sum / count;
    float light = 0;
    int lights = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        float here = brightness[y * dimension + x];
        if (here > mean) {
          light += here;
          lights++;
        }
      }
    }
    float white = lights == 0 ? mean : light / lights;
    float black = lights == count ? mean : (sum - light) / (count - lights);
    middle[at] = (white + black) / 2;
    range[at] = white - black;
  }
}
