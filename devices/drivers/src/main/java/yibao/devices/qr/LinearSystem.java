package yibao.devices.qr;

/** Gaussian elimination with pivots, for systems of a few unknowns. */
final class LinearSystem {
  private LinearSystem() {}

  /**
   * Solves in place.
   *
   * @param rows n rows of n coefficients and the right side
   * @return the solution, not finite when the system has none
   */
  static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int i = column + 1; i < n; i++) {
        if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) {
          pivot = i;
        }
      }
      double[] top = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = top;
      for (int i = column + 1; i < n; i++) {
        double factor = rows[i][column] / top[column];
        for (int j = column; j <= n; j++) {
          rows[i][j] -= factor * top[j];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = rows[i][n];
      for (int j = i + 1; j < n; j++) {
        sum -= rows[i][j] * solution[j];
      }
      solution[i] = sum / rows[i][i];
    }
    return solution;
  }
}
