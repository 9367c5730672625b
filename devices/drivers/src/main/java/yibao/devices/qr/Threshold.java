package yibao.devices.qr;

import com.google.zxing.common.BitMatrix;

/**
 * A rule for telling dark from light: a pixel, or the mean of a small box around it, is dark when
 * it lies below the mean of a large box around it. Unlike a threshold with a minimum range it sees
 * a code of any contrast.
 *
 * @param box side of the small box in pixels, odd; 1 for the pixel itself
 * @param window side of the large box in pixels, odd
 * @param percent the large box's mean is multiplied by this before comparing: under 100 asks for
 *     more darkness
 */
record Threshold(int box, int window, int percent) {

  /** Dark pixels are set. */
  BitMatrix apply(Plane plane) {
    int width = plane.width();
    int height = plane.height();
    BitMatrix dark = new BitMatrix(width, height);
    for (int y = 0; y < height; y++) {
      int smallTop = Math.max(0, y - box / 2);
      int smallBottom = Math.min(height, y + box / 2 + 1);
      int top = Math.max(0, y - window / 2);
      int bottom = Math.min(height, y + window / 2 + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - window / 2);
        int right = Math.min(width, x + window / 2 + 1);
        int smallLeft = Math.max(0, x - box / 2);
        int smallRight = Math.min(width, x + box / 2 + 1);
        long small = plane.sum(smallLeft, smallTop, smallRight, smallBottom);
        long large = plane.sum(left, top, right, bottom);
        long smallArea = (long) (smallRight - smallLeft) * (smallBottom - smallTop);
        long largeArea = (long) (right - left) * (bottom - top);
        if (small * largeArea * 100 < large * smallArea * percent) {
          dark.set(x, y);
        }
      }
    }
    return dark;
  }
}
