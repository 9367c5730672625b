package yibao.devices.page;

import yibao.devices.qr.GreyImage;

/**
 * A picture reduced until its larger side is at most {@value #SIDE} pixels: small enough to look at
 * as a whole, and print on a page has become even grey.
 */
final class Thumbnail {
  static final int SIDE = 320;
  private static final int LEVELS = 256;

  private final int factor;
  private final int width;
  private final int height;
  private final int[] grey;

  Thumbnail(GreyImage image) {
    factor = Math.max(1, (Math.max(image.width(), image.height()) + SIDE - 1) / SIDE);
    width = Math.max(1, image.width() / factor);
    height = Math.max(1, image.height() / factor);
    grey = new int[width * height];
    int tall = Math.min(factor, image.height());
    int wide = Math.min(factor, image.width());
    byte[] pixels = image.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int dy = 0; dy < tall; dy++) {
          int at = (y * factor + dy) * image.stride() + x * factor;
          for (int dx = 0; dx < wide; dx++) {
            sum += pixels[at + dx] & 0xFF;
          }
        }
        grey[y * width + x] = sum / (tall * wide);
      }
    }
  }

  int factor() {
    return factor;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int size() {
    return grey.length;
  }

  int at(int index) {
    return grey[index];
  }

  /** The level that best parts light from dark (Otsu 1979), and how far the two lie apart. */
  Parting parting() {
    long[] histogram = new long[LEVELS];
    long total = 0;
    for (int level : grey) {
      histogram[level]++;
      total += level;
    }
    Parting best = new Parting(LEVELS, 0);
    double most = -1;
    long darkCount = 0;
    long darkSum = 0;
    for (int level = 0; level < LEVELS - 1; level++) {
      darkCount += histogram[level];
      darkSum += level * histogram[level];
      long lightCount = grey.length - darkCount;
      if (darkCount == 0 || lightCount == 0) {
        continue;
      }
      double apart = (double) (total - darkSum) / lightCount - (double) darkSum / darkCount;
      double between = (double) darkCount * lightCount * apart * apart;
      if (between > most) {
        most = between;
        best = new Parting(level + 1, apart);
      }
    }
    return best;
  }

  /**
   * @param level the first level that counts as light
   * @param apart distance of the mean light from the mean dark
   */
  record Parting(int level, double apart) {}
}
