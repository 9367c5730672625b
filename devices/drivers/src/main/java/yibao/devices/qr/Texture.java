package yibao.devices.qr;

/**
 * How a region looks, whatever it shows.
 *
 * @param white part of it that is pure white, 0 to 1
 * @param sharpness steepest brightness change from one pixel to the next but one, as a part of the
 *     region's contrast: above 0.6 for sharp edges of modules, below 0.45 when they are smeared
 */
record Texture(double white, double sharpness) {
  private static final int LEVELS = 256;

  static Texture of(Plane plane, Region region) {
    int[] brightness = new int[LEVELS];
    int[] slopes = new int[LEVELS];
    int count = 0;
    for (int y = region.top() + 1; y < region.bottom() - 1; y += 2) {
      for (int x = region.left() + 1; x < region.right() - 1; x += 2) {
        brightness[plane.at(x, y)]++;
        int across = Math.abs(plane.at(x + 1, y) - plane.at(x - 1, y));
        int down = Math.abs(plane.at(x, y + 1) - plane.at(x, y - 1));
        slopes[Math.max(across, down)]++;
        count++;
      }
    }
    double contrast = quantile(brightness, count, 0.97) - quantile(brightness, count, 0.03);
    double white = 0;
    for (int level = 252; level < LEVELS; level++) {
      white += brightness[level];
    }
    return new Texture(
        white / Math.max(1, count), quantile(slopes, count, 0.98) / Math.max(1, contrast));
  }

  private static int quantile(int[] histogram, int count, double part) {
    int level = 0;
    for (long below = histogram[0];
        below < part * count && level < LEVELS - 1;
        below += histogram[level]) {
      level++;
    }
    return level;
  }
}
