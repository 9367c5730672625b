package yibao.devices.qr;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * A grey picture as cameras deliver it. The array is borrowed, not copied: a reader only looks at
 * it during the call it is passed to.
 *
 * @param pixels brightness, 0 black to 255 white, row after row
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param stride distance in bytes from one row's start to the next, at least {@code width}
 */
public record GreyImage(byte[] pixels, int width, int height, int stride) {

  /**
   * @throws IllegalArgumentException when the array is too short for the size it is said to have
   */
  public GreyImage {
    Objects.requireNonNull(pixels);
    if (width < 1 || height < 1 || stride < width) {
      throw new IllegalArgumentException(
          "not a picture: %dx%d/%d".formatted(width, height, stride));
    }
    if ((height - 1L) * stride + width > pixels.length) {
      throw new IllegalArgumentException(
          "%d bytes hold no %dx%d/%d".formatted(pixels.length, width, height, stride));
    }
  }

  /** A picture whose rows follow each other without a gap. */
  public GreyImage(byte[] pixels, int width, int height) {
    this(pixels, width, height, width);
  }

  /**
   * The luma (ITU-R BT.601) of a colour picture; transparent parts count as lying on white paper.
   */
  public static GreyImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[at++] = (byte) luma(row[x]);
      }
    }
    return new GreyImage(pixels, width, height);
  }

  private static int luma(int argb) {
    int alpha = argb >>> 24;
    int luma =
        (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF) + 512) >> 10;
    return alpha == 255 ? luma : (luma * alpha + 255 * (255 - alpha)) / 255;
  }
}
