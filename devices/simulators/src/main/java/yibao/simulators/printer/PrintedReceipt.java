package yibao.simulators.printer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A piece of paper as it lies in the tray.
 *
 * @param bytes what the printer interpreted while it printed this piece
 * @param image its dots
 * @param cut whether the knife ended it; false when it still hangs in the printer or was torn off
 */
public record PrintedReceipt(byte[] bytes, BufferedImage image, boolean cut) {
  /** The picture as a PNG file. */
  public byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return out.toByteArray();
  }
}
