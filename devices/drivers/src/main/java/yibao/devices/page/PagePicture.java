package yibao.devices.page;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of pages as files: read within bounds, cut out, written small. */
public final class PagePicture {
  /** Twelve megapixels, the largest document cameras. */
  private static final long MOST_PIXELS = 12_500_000;

  private static final float[] QUALITIES = {0.85f, 0.7f, 0.55f, 0.4f};
  private static final double SHRINK = 0.75;

  private PagePicture() {}

  /**
   * Reads a JPEG or PNG file.
   *
   * @return empty for anything else, and for more than twelve and a half million pixels
   */
  public static Optional<BufferedImage> read(byte[] file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        boolean bounded = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
        return bounded ? Optional.of(reader.read(0)) : Optional.empty();
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      // Readers of damaged files throw whatever comes to hand.
      return Optional.empty();
    }
  }

  /**
   * The page alone, straightened. A document camera looks straight down, so that sides stay
   * straight and evenly divided.
   */
  public static BufferedImage cut(BufferedImage picture, Corners corners) {
    int width = Math.max(1, (int) Math.round(corners.width()));
    int height = Math.max(1, (int) Math.round(corners.height()));
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Corners.Point from = corners.at((x + 0.5) / width, (y + 0.5) / height);
        page.setRGB(x, y, between(picture, from.x() - 0.5, from.y() - 0.5));
      }
    }
    return page;
  }

  /** The page turned a quarter clockwise. */
  public static BufferedImage turned(BufferedImage page) {
    BufferedImage turned =
        new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        turned.setRGB(page.getHeight() - 1 - y, x, page.getRGB(x, y));
      }
    }
    return turned;
  }

  /** Colour between pixel centres. */
  private static int between(BufferedImage picture, double x, double y) {
    double inX = Math.clamp(x, 0, picture.getWidth() - 1.0);
    double inY = Math.clamp(y, 0, picture.getHeight() - 1.0);
    int left = (int) inX;
    int top = (int) inY;
    int right = Math.min(left + 1, picture.getWidth() - 1);
    int bottom = Math.min(top + 1, picture.getHeight() - 1);
    int[] around = {
      picture.getRGB(left, top),
      picture.getRGB(right, top),
      picture.getRGB(left, bottom),
      picture.getRGB(right, bottom)
    };
    double partX = inX - left;
    double partY = inY - top;
    int colour = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double upper =
          (around[0] >> shift & 0xFF) * (1 - partX) + (around[1] >> shift & 0xFF) * partX;
      double lower =
          (around[2] >> shift & 0xFF) * (1 - partX) + (around[3] >> shift & 0xFF) * partX;
      colour |= (int) (upper * (1 - partY) + lower * partY + 0.5) << shift;
    }
    return colour;
  }

  /**
   * As JPEG: less fine, then smaller, until it fits.
   *
   * @param most bytes at most, some tens of thousands or more
   */
  public static byte[] jpeg(BufferedImage picture, int most) throws IOException {
    BufferedImage page = opaque(picture, 1);
    while (true) {
      for (float quality : QUALITIES) {
        byte[] file = jpeg(page, quality);
        if (file.length <= most) {
          return file;
        }
      }
      page = opaque(page, SHRINK);
    }
  }

  private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static BufferedImage opaque(BufferedImage picture, double scale) {
    if (scale == 1 && picture.getType() == BufferedImage.TYPE_INT_RGB) {
      return picture;
    }
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = page.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    brush.drawImage(picture, 0, 0, width, height, null);
    brush.dispose();
    return page;
  }
}
