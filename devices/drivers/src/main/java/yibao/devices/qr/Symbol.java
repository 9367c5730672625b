package yibao.devices.qr;

import java.util.stream.Stream;

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
          (to[0] - from[0]) * (pattern.y() - from[1]) - (to[1] - from[1]) * (pattern.x() - from[0]);
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
