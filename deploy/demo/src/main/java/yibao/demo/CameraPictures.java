package yibao.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import yibao.devices.qr.GreyImage;

/** What simulated cameras see. */
final class CameraPictures {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int CODE = 480;
  private static final Color MAT = new Color(44, 46, 48);

  /** A sheet lies on the mat with this part of its size as a margin. */
  private static final double MARGIN = 0.08;

  /** A picture whose border is light in these parts is the sheet itself, not a photo of it. */
  private static final double SHEET = 0.9;

  private static final int LIGHT = 150;

  private CameraPictures() {}

  /** A phone that shows a code. */
  static GreyImage phone(String text) {
    try {
      BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE);
      byte[] pixels = new byte[WIDTH * HEIGHT];
      int left = (WIDTH - matrix.getWidth()) / 2;
      int top = (HEIGHT - matrix.getHeight()) / 2;
      for (int y = 0; y < matrix.getHeight(); y++) {
        for (int x = 0; x < matrix.getWidth(); x++) {
          pixels[(top + y) * WIDTH + left + x] = (byte) (matrix.get(x, y) ? 25 : 225);
        }
      }
      return new GreyImage(pixels, WIDTH, HEIGHT);
    } catch (WriterException e) {
      throw new IllegalArgumentException("no code holds so much text", e);
    }
  }

  /** A picture as a frame, reduced to what a screen sends. */
  static GreyImage frame(BufferedImage picture) {
    double by =
        Math.min(1, Math.sqrt((double) WIDTH * HEIGHT / picture.getWidth() / picture.getHeight()));
    return GreyImage.of(
        by == 1
            ? picture
            : drawn(
                picture, (int) (picture.getWidth() * by), (int) (picture.getHeight() * by), 0, by));
  }

  /** What a document camera sees of a picture: a photo as it is, a scanned sheet on its mat. */
  static BufferedImage underCamera(BufferedImage picture) {
    if (lightBorder(picture) < SHEET) {
      return picture;
    }
    int margin = (int) (Math.max(picture.getWidth(), picture.getHeight()) * MARGIN);
    return drawn(
        picture, picture.getWidth() + 2 * margin, picture.getHeight() + 2 * margin, margin, 1);
  }

  private static BufferedImage drawn(
      BufferedImage picture, int width, int height, int margin, double by) {
    BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = seen.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.setColor(MAT);
    brush.fillRect(0, 0, width, height);
    brush.drawImage(
        picture,
        margin,
        margin,
        (int) Math.round(picture.getWidth() * by),
        (int) Math.round(picture.getHeight() * by),
        null);
    if (margin > 0) {
      // Paper gives back less than all light.
      brush.setColor(new Color(0, 0, 0, 30));
      brush.fillRect(margin, margin, picture.getWidth(), picture.getHeight());
    }
    brush.dispose();
    return seen;
  }

  private static double lightBorder(BufferedImage picture) {
    int light = 0;
    int all = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      light += light(picture, x, 0) + light(picture, x, picture.getHeight() - 1);
      all += 2;
    }
    for (int y = 0; y < picture.getHeight(); y++) {
      light += light(picture, 0, y) + light(picture, picture.getWidth() - 1, y);
      all += 2;
    }
    return (double) light / all;
  }

  private static int light(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) >> 8 & 0xFF) >= LIGHT ? 1 : 0;
  }
}
