package yibao.simulators.camera;

/**
 * A pinhole camera looking at a flat display. Display coordinates are in modules from the code's
 * centre, picture coordinates in pixels.
 */
final class View {
  final double centreX;
  final double centreY;
  private final double focal;
  private final double distance;
  private final double[] across;
  private final double[] down;

  /**
   * @param centreX where the code's centre appears
   * @param centreY where the code's centre appears
   * @param modulePixels size of a module at the centre when seen straight on
   * @param turn rotation in the picture's plane, radians
   * @param tilt angle between the display and the picture's plane, radians
   * @param tiltAxis direction of the axis it is tilted about, radians
   * @param focal focal length in pixels; the shorter, the stronger the perspective
   */
  View(
      double centreX,
      double centreY,
      double modulePixels,
      double turn,
      double tilt,
      double tiltAxis,
      double focal) {
    this.centreX = centreX;
    this.centreY = centreY;
    this.focal = focal;
    this.distance = focal / modulePixels;
    this.across = tilted(Math.cos(turn), Math.sin(turn), tilt, tiltAxis);
    this.down = tilted(-Math.sin(turn), Math.cos(turn), tilt, tiltAxis);
  }

  private static double[] tilted(double x, double y, double tilt, double axis) {
    double along = x * Math.cos(axis) + y * Math.sin(axis);
    double beside = -x * Math.sin(axis) + y * Math.cos(axis);
    double flat = beside * Math.cos(tilt);
    return new double[] {
      along * Math.cos(axis) - flat * Math.sin(axis),
      along * Math.sin(axis) + flat * Math.cos(axis),
      beside * Math.sin(tilt)
    };
  }

  /** Writes the display point (u, v) seen at the picture point into {@code uv}. */
  void toDisplay(double x, double y, double[] uv) {
    double rayX = (x - centreX) / focal;
    double rayY = (y - centreY) / focal;
    double a = across[0] - rayX * across[2];
    double b = down[0] - rayX * down[2];
    double c = across[1] - rayY * across[2];
    double d = down[1] - rayY * down[2];
    double determinant = a * d - b * c;
    double e = rayX * distance;
    double f = rayY * distance;
    uv[0] = (e * d - b * f) / determinant;
    uv[1] = (a * f - e * c) / determinant;
  }
}
