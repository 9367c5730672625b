package yibao.templates.receipt;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints bands as an image of the paper, a pixel a dot, with white above and where it is cut. */
final class PngPainter {
  private static final int WHITE = 0xFFFFFF;
  private static final int HEAD_MARGIN = 24;
  private static final int CUT_MARGIN = 48;

  private final int dots;
  private final Raster raster;

  PngPainter(int dots, Raster raster) {
    this.dots = dots;
    this.raster = raster;
  }

  byte[] paint(List<Band> bands) {
    int height = HEAD_MARGIN + bands.stream().mapToInt(PngPainter::height).sum();
    BufferedImage paper = new BufferedImage(dots, height, BufferedImage.TYPE_BYTE_BINARY);
    paper.createGraphics().fillRect(0, 0, dots, height);
    int top = HEAD_MARGIN;
    for (Band band : bands) {
      copy(raster.draw(band), paper, top);
      top += height(band);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(paper, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return png.toByteArray();
  }

  private static int height(Band band) {
    return band instanceof Band.Cut ? CUT_MARGIN : band.height();
  }

  private static void copy(Bitmap drawn, BufferedImage paper, int top) {
    if (drawn.height() == 0) {
      return;
    }
    Bitmap bitmap = drawn.forPrinter();
    for (int y = 0; y < bitmap.height(); y++) {
      for (int x = 0; x < Math.min(bitmap.width(), paper.getWidth()); x++) {
        paper.setRGB(x, top + y, bitmap.isBlack(x, y) ? 0 : WHITE);
      }
    }
  }
}
