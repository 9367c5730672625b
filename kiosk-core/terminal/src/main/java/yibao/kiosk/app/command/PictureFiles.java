package yibao.kiosk.app.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import yibao.devices.qr.GreyImage;

/** Picture files that somebody names on the command line. */
final class PictureFiles {
  /** Larger files are read with every second, third … pixel: memory stays bounded. */
  private static final long MOST_PIXELS = 32_000_000;

  private PictureFiles() {}

  /**
   * Reads a PNG, JPEG, GIF or BMP file.
   *
   * @throws IOException saying in English what is the matter with it
   */
  static GreyImage load(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(Files.exists(path) ? "not a file" : "no such file");
    }
    File file = path.toFile();
    try (ImageInputStream stream = ImageIO.createImageInputStream(file)) {
      if (stream == null) {
        throw new IOException("cannot be opened");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException("not a picture of a known kind");
      }
      ImageReader image = readers.next();
      try {
        image.setInput(stream);
        return GreyImage.of(image.read(0, affordable(image)));
      } catch (IllegalArgumentException
          | IndexOutOfBoundsException
          | NegativeArraySizeException e) {
        throw new IOException("damaged picture", e);
      } finally {
        image.dispose();
      }
    }
  }

  private static ImageReadParam affordable(ImageReader image) throws IOException {
    long pixels = (long) image.getWidth(0) * image.getHeight(0);
    int every = (int) Math.ceil(Math.sqrt(pixels / (double) MOST_PIXELS));
    ImageReadParam param = image.getDefaultReadParam();
    if (every > 1) {
      param.setSourceSubsampling(every, every, 0, 0);
    }
    return param;
  }
}
