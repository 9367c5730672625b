package yibao.devices.qr;

/** A part of a picture: columns left to right and rows top to bottom, the last ones excluded. */
record Region(int left, int top, int right, int bottom) {

  static Region whole(Plane plane) {
    return new Region(0, 0, plane.width(), plane.height());
  }

  static Region whole(GreyImage image) {
    return new Region(0, 0, image.width(), image.height());
  }

  /** This part and some pixels round it, within the picture. */
  Region grown(int pixels, Plane plane) {
    return new Region(
        Math.max(0, left - pixels),
        Math.max(0, top - pixels),
        Math.min(plane.width(), right + pixels),
        Math.min(plane.height(), bottom + pixels));
  }

  Region including(double x, double y) {
    return new Region(
        Math.min(left, (int) x),
        Math.min(top, (int) y),
        Math.max(right, (int) x + 1),
        Math.max(bottom, (int) y + 1));
  }
}
