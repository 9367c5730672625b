package yibao.devices.qr;

/**
 * From a code's modules to a picture's pixels: the plane homography {@code x = (a·u + b·v + c) /
 * w}, {@code y = (d·u + e·v + f) / w}, {@code w = g·u + h·v + 1}.
 */
record Projection(double a, double b, double c, double d, double e, double f, double g, double h) {

  double x(double u, double v) {
    return (a * u + b * v + c) / (g * u + h * v + 1);
  }

  double y(double u, double v) {
    return (d * u + e * v + f) / (g * u + h * v + 1);
  }

  /**
   * Through three points and with given foreshortening.
   *
   * @param u0 module coordinates of the corner, the same in both directions
   * @param span modules from the corner to the other two points
   * @param p by how much w grows a module to the right
   * @param q by how much w grows a module down
   */
  static Projection through(Trio trio, double u0, double span, double p, double q) {
    double x0 = trio.corner().x();
    double y0 = trio.corner().y();
    double right = 1 + p * span;
    double down = 1 + q * span;
    double a = (trio.right().x() * right - x0) / span;
    double d = (trio.right().y() * right - y0) / span;
    double b = (trio.bottom().x() * down - x0) / span;
    double e = (trio.bottom().y() * down - y0) / span;
    double w0 = 1 - p * u0 - q * u0;
    return new Projection(
        a / w0,
        b / w0,
        (x0 - a * u0 - b * u0) / w0,
        d / w0,
        e / w0,
        (y0 - d * u0 - e * u0) / w0,
        p / w0,
        q / w0);
  }

  /**
   * Through four points, given as {@code u, v, x, y} each.
   *
   * @return the projection, its numbers not finite when three of the points lie on a line
   */
  static Projection through(double[][] points) {
    double[][] rows = new double[8][];
    for (int i = 0; i < 4; i++) {
      double u = points[i][0];
      double v = points[i][1];
      double x = points[i][2];
      double y = points[i][3];
      rows[2 * i] = new double[] {u, v, 1, 0, 0, 0, -u * x, -v * x, x};
      rows[2 * i + 1] = new double[] {0, 0, 0, u, v, 1, -u * y, -v * y, y};
    }
    double[] s = LinearSystem.solve(rows);
    return new Projection(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
  }

  boolean usable() {
    return Double.isFinite(a + b + c + d + e + f + g + h);
  }

  /** Size of a module in pixels around a point. */
  double scale(double u, double v) {
    double w = g * u + h * v + 1;
    double x = x(u, v);
    double y = y(u, v);
    double area = Math.abs((a - g * x) * (e - h * y) - (b - h * x) * (d - g * y)) / (w * w);
    return Math.sqrt(area);
  }
}
