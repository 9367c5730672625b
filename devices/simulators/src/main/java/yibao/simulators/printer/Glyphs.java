package yibao.simulators.printer;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The printer's built-in letters, drawn from whatever fonts the machine has. A character that no
 * font has becomes a box.
 */
final class Glyphs {
  /** Height of a cell in dots. */
  static final int HEIGHT = 24;

  private static final int CACHE = 4096;

  private final List<Font> preferred;
  private final Map<Integer, boolean[][]> drawn = new HashMap<>();

  Glyphs(List<Font> preferred) {
    this.preferred = List.copyOf(preferred);
  }

  /**
   * The dots of a character.
   *
   * @param cellWidth 24 for Chinese, 12 for others
   * @return rows of {@code cellWidth} dots, true where black
   */
  boolean[][] dots(int codePoint, int cellWidth, boolean bold) {
    if (drawn.size() > CACHE) {
      drawn.clear();
    }
    int key = codePoint << 6 | cellWidth << 1 | (bold ? 1 : 0);
    return drawn.computeIfAbsent(key, any -> draw(codePoint, cellWidth, bold));
  }

  private boolean[][] draw(int codePoint, int cellWidth, boolean bold) {
    if (codePoint == ' ' || codePoint == 0x3000) {
      return new boolean[HEIGHT][cellWidth];
    }
    return fontFor(codePoint)
        .map(f -> draw(f, codePoint, cellWidth, bold))
        .orElseGet(() -> box(cellWidth));
  }

  private static boolean[][] draw(Font font, int codePoint, int cellWidth, boolean bold) {
    BufferedImage cell = new BufferedImage(cellWidth, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = cell.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    String text = Character.toString(codePoint);
    boolean wide = cellWidth == HEIGHT;
    Font sized = font.deriveFont(bold ? Font.BOLD : Font.PLAIN, wide ? HEIGHT : HEIGHT - 3f);
    Rectangle2D bounds = sized.getStringBounds(text, graphics.getFontRenderContext());
    double squeeze = Math.min(1, cellWidth / Math.max(1, bounds.getWidth()));
    // As in a printer's own font, a Chinese character fills its cell.
    graphics.translate((cellWidth - bounds.getWidth() * squeeze) / 2, wide ? 21 : 20);
    graphics.scale(squeeze, 1);
    graphics.setFont(sized);
    graphics.drawString(text, 0, 0);
    graphics.dispose();
    boolean[][] dots = new boolean[HEIGHT][cellWidth];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < cellWidth; x++) {
        dots[y][x] = cell.getRaster().getSample(x, y, 0) > 110;
      }
    }
    return dots;
  }

  private static boolean[][] box(int cellWidth) {
    boolean[][] dots = new boolean[HEIGHT][cellWidth];
    for (int y = 3; y < HEIGHT - 3; y++) {
      for (int x = 1; x < cellWidth - 1; x++) {
        dots[y][x] = y == 3 || y == HEIGHT - 4 || x == 1 || x == cellWidth - 2;
      }
    }
    return dots;
  }

  private Optional<Font> fontFor(int codePoint) {
    Optional<Font> chosen = preferred.stream().filter(f -> f.canDisplay(codePoint)).findFirst();
    return chosen.isPresent() ? chosen : installed(codePoint);
  }

  private static Optional<Font> installed(int codePoint) {
    return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
        .filter(font -> font.canDisplay(codePoint))
        .findFirst();
  }
}
