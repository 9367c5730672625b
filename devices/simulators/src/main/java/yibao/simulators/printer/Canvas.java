package yibao.simulators.printer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A strip of paper of fixed width that grows as it is printed; black dots on white. */
final class Canvas {
  private static final int GROWTH = 512;

  /** Ten metres: nobody prints more without a cut. */
  private static final int MAX_HEIGHT = 80_000;

  private final int width;
  private BufferedImage image;
  private int height;

  Canvas(int width) {
    this.width = width;
    this.image = blank(GROWTH);
  }

  int width() {
    return width;
  }

  /** How many dots of paper have come out. */
  int height() {
    return height;
  }

  /** Moves the paper on. */
  void feed(int dots) {
    height = Math.min(height + dots, MAX_HEIGHT);
    room(0);
  }

  /** Blackens a dot at a distance below the paper's present position; outside the width nothing. */
  void dot(int x, int below) {
    if (x >= 0 && x < width && height + below < MAX_HEIGHT) {
      room(below + 1);
      image.getRaster().setSample(x, height + below, 0, 0);
    }
  }

  /** The strip so far, in two colours. */
  BufferedImage cut() {
    BufferedImage strip =
        new BufferedImage(width, Math.max(1, height), BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D graphics = strip.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return strip;
  }

  private void room(int below) {
    if (height + below >= image.getHeight()) {
      BufferedImage larger = blank(Math.max(height + below + GROWTH, 2 * image.getHeight()));
      Graphics2D graphics = larger.createGraphics();
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
      image = larger;
    }
  }

  private BufferedImage blank(int rows) {
    BufferedImage blank = new BufferedImage(width, rows, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = blank.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, rows);
    graphics.dispose();
    return blank;
  }
}
