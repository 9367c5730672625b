package yibao.devices.qr;

/**
 * One of a code's three concentric squares.
 *
 * @param x its centre in pixels
 * @param y its centre in pixels
 * @param module size of a module in pixels, measured along rows and columns
 * @param inverted whether it is light on dark
 * @param hits how many scanned rows have crossed it
 */
record FinderPattern(double x, double y, double module, boolean inverted, int hits) {

  double distance(double otherX, double otherY) {
    return Math.hypot(x - otherX, y - otherY);
  }

  FinderPattern seenAgain() {
    return new FinderPattern(x, y, module, inverted, hits + 1);
  }
}
