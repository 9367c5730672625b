package yibao.templates;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR symbol for a screen. */
public final class QrPicture {
  private static final int QUIET = 4;
  private static final int WHITE = 0xFFFFFF;
  private static final int BLACK = 0x000000;

  private QrPicture() {}

  /**
   * A PNG of the symbol with its quiet zone, error correction M.
   *
   * @param module pixels across one module, 1 to 32
   * @throws IllegalArgumentException if the text is too long
   */
  public static byte[] png(String text, int module) {
    ByteMatrix modules = modules(text);
    int size = (modules.getWidth() + 2 * QUIET) * module;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, dark(modules, x / module - QUIET, y / module - QUIET) ? BLACK : WHITE);
      }
    }
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
  }

  private static boolean dark(ByteMatrix modules, int x, int y) {
    int last = modules.getWidth() - 1;
    return x >= 0 && y >= 0 && x <= last && y <= last && modules.get(x, y) == 1;
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text is too long for a QR symbol", e);
    }
  }
}
