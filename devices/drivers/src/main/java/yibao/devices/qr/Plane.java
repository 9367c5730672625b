package yibao.devices.qr;

import java.util.Arrays;

/**
 * A working copy of a picture with its integral image, so that the mean of any box costs four
 * look-ups. Its memory grows to the largest picture seen and is then reused; one thread at a time.
 */
final class Plane {
  /** More pixels than this are reduced first: memory stays bounded and phones are large enough. */
  static final int MOST_PIXELS = 1 << 21;

  private int width;
  private int height;
  private byte[] grey = new byte[0];
  private int[] sums = new int[0];
  private float noise;

  /** By how much a picture must be reduced to fit. */
  static int factor(GreyImage image) {
    int factor = 1;
    while ((long) (image.width() / factor) * (image.height() / factor) > MOST_PIXELS) {
      factor++;
    }
    return factor;
  }

  /** Takes a copy of part of a picture, each pixel the mean of {@code factor × factor} pixels. */
  void load(GreyImage image, Region part, int factor) {
    width = Math.max(1, (part.right() - part.left()) / factor);
    height = Math.max(1, (part.bottom() - part.top()) / factor);
    if (grey.length < width * height) {
      grey = new byte[width * height];
    }
    if (sums.length < (width + 1) * (height + 1)) {
      sums = new int[(width + 1) * (height + 1)];
    }
    for (int y = 0; y < height; y++) {
      int from = (part.top() + y * factor) * image.stride() + part.left();
      if (factor == 1) {
        System.arraycopy(image.pixels(), from, grey, y * width, width);
      } else {
        reduceRow(image, from, factor, y);
      }
    }
    sum();
    noise = measureNoise();
  }

  private void reduceRow(GreyImage image, int from, int factor, int y) {
    int tall = Math.min(factor, image.height());
    int wide = Math.min(factor, image.width());
    int area = tall * wide;
    byte[] pixels = image.pixels();
    for (int x = 0; x < width; x++) {
      int total = 0;
      for (int dy = 0; dy < tall; dy++) {
        int at = from + dy * image.stride() + x * factor;
        for (int dx = 0; dx < wide; dx++) {
          total += pixels[at + dx] & 0xFF;
        }
      }
      grey[y * width + x] = (byte) (total / area);
    }
  }

  private void sum() {
    int pitch = width + 1;
    Arrays.fill(sums, 0, pitch, 0);
    for (int y = 0; y < height; y++) {
      int row = 0;
      int from = y * width;
      int to = (y + 1) * pitch;
      sums[to] = 0;
      for (int x = 0; x < width; x++) {
        row += grey[from + x] & 0xFF;
        sums[to + x + 1] = sums[to - pitch + x + 1] + row;
      }
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * Standard deviation of the sensor's noise in grey levels: from the median curvature of a few
   * thousand points, because most of a picture is smooth.
   */
  private float measureNoise() {
    int[] histogram = new int[1021];
    int count = 0;
    int every = Math.max(1, height / 48);
    for (int y = every / 2; y < height; y += every) {
      for (int x = 1 + y % 7; x < width - 1; x += 7) {
        int at = y * width + x;
        int curvature = 2 * (grey[at] & 0xFF) - (grey[at - 1] & 0xFF) - (grey[at + 1] & 0xFF);
        histogram[Math.abs(curvature)]++;
        count++;
      }
    }
    int median = 0;
    for (int below = histogram[0]; below * 2 < count; below += histogram[median]) {
      median++;
    }
    return median / 1.65f;
  }

  /** Standard deviation of the sensor's noise in grey levels, 0 for a drawing. */
  float noise() {
    return noise;
  }

  /** The integral image, {@code width + 1} columns, the first row and column zero. */
  int[] sums() {
    return sums;
  }

  /** Brightness of a pixel, 0 to 255. */
  int at(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** Mean over the square that reaches {@code reach} pixels from a pixel, cut at the border. */
  float mean(int x, int y, int reach) {
    int left = Math.max(0, x - reach);
    int top = Math.max(0, y - reach);
    int right = Math.min(width, x + reach + 1);
    int bottom = Math.min(height, y + reach + 1);
    int pitch = width + 1;
    int sum =
        sums[bottom * pitch + right]
            - sums[bottom * pitch + left]
            - sums[top * pitch + right]
            + sums[top * pitch + left];
    return (float) sum / ((right - left) * (bottom - top));
  }

  boolean contains(double x, double y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }

  /** Adds the brightness of part of a row to {@code values}. */
  void addRow(int y, int from, int to, float[] values) {
    int row = y * width;
    for (int x = from; x < to; x++) {
      values[x] += grey[row + x] & 0xFF;
    }
  }

  /** Brightness between pixel centres; points outside take the border's. */
  float between(double x, double y) {
    double fromX = Math.clamp(x - 0.5, 0, width - 1.0);
    double fromY = Math.clamp(y - 0.5, 0, height - 1.0);
    int left = (int) fromX;
    int top = (int) fromY;
    int right = Math.min(left + 1, width - 1);
    int below = Math.min(top + 1, height - 1) * width;
    float partX = (float) (fromX - left);
    float partY = (float) (fromY - top);
    int above = top * width;
    float upper = (grey[above + left] & 0xFF) * (1 - partX) + (grey[above + right] & 0xFF) * partX;
    float lower = (grey[below + left] & 0xFF) * (1 - partX) + (grey[below + right] & 0xFF) * partX;
    return upper * (1 - partY) + lower * partY;
  }
}
