package yibao.kiosk.app.command;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of one paper side by side on grey, so that many can be looked at. */
final class ContactSheet {
  private static final int GAP = 24;
  private static final Color GROUND = new Color(0xB0, 0xB0, 0xB0);

  private final List<BufferedImage> pictures = new ArrayList<>();

  /**
   * Adds a picture at the right.
   *
   * @throws IOException if it is no picture
   */
  void add(byte[] png) throws IOException {
    pictures.add(ImageIO.read(new ByteArrayInputStream(png)));
  }

  /** Writes the sheet as PNG. */
  void write(Path to) throws IOException {
    int width = pictures.stream().mapToInt(picture -> picture.getWidth() + GAP).sum();
    int height = pictures.stream().mapToInt(BufferedImage::getHeight).max().orElse(0);
    BufferedImage sheet =
        new BufferedImage(width + GAP, height + 2 * GAP, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(GROUND);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    int x = GAP;
    for (BufferedImage picture : pictures) {
      pen.drawImage(picture, x, GAP, null);
      x += picture.getWidth() + GAP;
    }
    pen.dispose();
    ImageIO.write(sheet, "png", to.toFile());
  }
}
