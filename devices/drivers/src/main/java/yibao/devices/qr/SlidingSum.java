package yibao.devices.qr;

/** Sums over the square round each module of a symbol, cut at its border. */
final class SlidingSum {
  private final int dimension;
  private final int reach;
  private final double[] sums;

  /** What a module contributes. */
  interface Value {
    float at(int position);
  }

  /**
   * @param reach how many modules the square extends each way
   */
  SlidingSum(int dimension, int reach) {
    this.dimension = dimension;
    this.reach = reach;
    this.sums = new double[(dimension + 1) * (dimension + 1)];
  }

  void fill(Value value) {
    int pitch = dimension + 1;
    for (int v = 0; v < dimension; v++) {
      double row = 0;
      for (int u = 0; u < dimension; u++) {
        row += value.at(v * dimension + u);
        sums[(v + 1) * pitch + u + 1] = sums[v * pitch + u + 1] + row;
      }
    }
  }

  /** The sum round a position (row × dimension + column). */
  float at(int position) {
    int u = position % dimension;
    int v = position / dimension;
    int pitch = dimension + 1;
    int left = Math.max(0, u - reach);
    int right = Math.min(dimension, u + reach + 1);
    int top = Math.max(0, v - reach) * pitch;
    int bottom = Math.min(dimension, v + reach + 1) * pitch;
    return (float)
        (sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left]);
  }

  /** How many modules the square round a position holds. */
  int size(int position) {
    int u = position % dimension;
    int v = position / dimension;
    int wide = Math.min(dimension, u + reach + 1) - Math.max(0, u - reach);
    int tall = Math.min(dimension, v + reach + 1) - Math.max(0, v - reach);
    return wide * tall;
  }
}
