package yibao.devices.qr;

/**
 * A rule for telling dark from light: the mean of a small box is compared with the mean of a large
 * one around it, so that a code of any contrast shows. No picture is made: a search asks only for
 * the rows and points it looks at.
 *
 * @param box side of the small box in pixels, odd; 1 for the pixel itself, more against noise
 * @param window side of the large box in pixels, odd; a few modules of the code looked for
 * @param percent the large box's mean is multiplied by this before comparing: under 100 asks for
 *     more darkness
 */
record Threshold(int box, int window, int percent) {
  /** Livelier pictures are not noisy but full of detail. */
  private static final float MOST_NOISE = 20;

  /** Differences this small are the sensor's noise. */
  float floor(Plane plane) {
    return 0.5f + 1.5f * Math.min(plane.noise(), MOST_NOISE) / box;
  }

  /** How much lighter (positive) or darker (negative) than its surroundings a pixel is. */
  float at(Plane plane, int x, int y) {
    return plane.mean(x, y, box / 2) - plane.mean(x, y, window / 2) * (percent / 100f);
  }

  /** The same for part of a row, written at the same places of {@code into}. */
  void row(Plane plane, int y, int first, int last, float[] into) {
    int width = plane.width();
    int reach = window / 2;
    int near = box / 2;
    int from = Math.min(Math.max(first, reach), last);
    int to = Math.max(Math.min(last, width - reach), from);
    for (int x = first; x < from; x++) {
      into[x] = at(plane, x, y);
    }
    for (int x = to; x < last; x++) {
      into[x] = at(plane, x, y);
    }
    int top = Math.max(0, y - reach);
    int bottom = Math.min(plane.height(), y + reach + 1);
    int nearTop = Math.max(0, y - near);
    int nearBottom = Math.min(plane.height(), y + near + 1);
    float far = percent / 100f / (window * (bottom - top));
    float close = 1f / (box * (nearBottom - nearTop));
    int pitch = width + 1;
    int[] sums = plane.sums();
    int above = top * pitch;
    int below = bottom * pitch;
    for (int x = from; x < to; x++) {
      int left = x - reach;
      int right = x + reach + 1;
      into[x] =
          -far
              * (sums[below + right]
                  - sums[below + left]
                  - sums[above + right]
                  + sums[above + left]);
    }
    if (box == 1) {
      plane.addRow(y, from, to, into);
      return;
    }
    int nearAbove = nearTop * pitch;
    int nearBelow = nearBottom * pitch;
    for (int x = from; x < to; x++) {
      int left = x - near;
      int right = x + near + 1;
      into[x] +=
          close
              * (sums[nearBelow + right]
                  - sums[nearBelow + left]
                  - sums[nearAbove + right]
                  + sums[nearAbove + left]);
    }
  }
}
