package yibao.devices.qr;

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

  /** Takes a copy, reduced by the returned whole factor when the picture is very large. */
  int load(GreyImage image) {
    int factor = 1;
    while ((long) (image.width() / factor) * (image.height() / factor) > MOST_PIXELS) {
      factor++;
    }
    load(image, factor);
    return factor;
  }

  /** Takes a copy in which each pixel is the mean of {@code factor × factor} pixels. */
  void load(GreyImage image, int factor) {
    width = Math.max(1, image.width() / factor);
    height = Math.max(1, image.height() / factor);
    if (grey.length < width * height) {
      grey = new byte[width * height];
      sums = new int[(width + 1) * (height + 1)];
    }
    for (int y = 0; y < height; y++) {
      if (factor == 1) {
        System.arraycopy(image.pixels(), y * image.stride(), grey, y * width, width);
      } else {
        reduceRow(image, factor, y);
      }
    }
    sum();
  }

  private void reduceRow(GreyImage image, int factor, int y) {
    int tall = Math.min(factor, image.height());
    int wide = Math.min(factor, image.width());
    for (int x = 0; x < width; x++) {
      int total = 0;
      for (int dy = 0; dy < tall; dy++) {
        int at = (y * factor + dy) * image.stride() + x * factor;
        for (int dx = 0; dx < wide; dx++) {
          total += image.pixels()[at + dx] & 0xFF;
        }
      }
      grey[y * width + x] = (byte) (total / (tall * wide));
    }
  }

  private void sum() {
    int pitch = width + 1;
    java.util.Arrays.fill(sums, 0, pitch, 0);
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

  byte[] grey() {
    return grey;
  }

  int at(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** Sum over the box [left, right) × [top, bottom), which lies inside the picture. */
  int sum(int left, int top, int right, int bottom) {
    int pitch = width + 1;
    return sums[bottom * pitch + right]
        - sums[bottom * pitch + left]
        - sums[top * pitch + right]
        + sums[top * pitch + left];
  }
}
