package yibao.devices.qr;

/**
 * Undoes mild blur and blooming between neighbouring modules: the mixture of a module and its
 * neighbours that best restores the patterns every symbol has, by least squares, restores the data
 * too.
 */
final class Equalizer {
  /** Holds the solution back from fitting noise, in equations' worth. */
  private static final double RIDGE = 1.5;

  private Equalizer() {}

  /**
   * A sharper copy.
   *
   * @param soft each module's darkness, row by row, positive for dark
   * @param reach how many neighbours each way take part, 1 or 2
   */
  static float[] sharpen(float[] soft, SymbolLayout layout, int reach) {
    int side = 2 * reach + 1;
    int unknowns = side * side + 1;
    double[][] rows = new double[unknowns][unknowns + 1];
    double[] features = new double[unknowns];
    int dimension = layout.dimension();
    for (int at : layout.fixed()) {
      gather(soft, dimension, at % dimension, at / dimension, reach, features);
      double target = layout.dark(at) ? 1 : -1;
      for (int i = 0; i < unknowns; i++) {
        for (int j = 0; j < unknowns; j++) {
          rows[i][j] += features[i] * features[j];
        }
        rows[i][unknowns] += features[i] * target;
      }
    }
    for (int i = 0; i < unknowns; i++) {
      rows[i][i] += RIDGE;
    }
    rows[side * side / 2][unknowns] += RIDGE;
    double[] weights = LinearSystem.solve(rows);
    float[] sharp = new float[dimension * dimension];
    for (int at = 0; at < sharp.length; at++) {
      gather(soft, dimension, at % dimension, at / dimension, reach, features);
      double sum = 0;
      for (int i = 0; i < unknowns; i++) {
        sum += weights[i] * features[i];
      }
      sharp[at] = (float) sum;
    }
    return sharp;
  }

  /** A module and its neighbours, light outside the symbol, and a constant. */
  private static void gather(
      float[] soft, int dimension, int u, int v, int reach, double[] features) {
    int count = 0;
    for (int y = v - reach; y <= v + reach; y++) {
      for (int x = u - reach; x <= u + reach; x++) {
        boolean inside = x >= 0 && y >= 0 && x < dimension && y < dimension;
        features[count++] = inside ? Math.clamp(soft[y * dimension + x], -1.5f, 1.5f) : -1;
      }
    }
    features[count] = 1;
  }
}
