package yibao.devices.page;

import java.awt.image.BufferedImage;

/**
 * How a page looks, made small: a grid of cells, each as light or dark as it is against its
 * neighbours. Two pictures of one page agree in it although noise, light and the edges of the cut
 * differ; two pages of the same form with other figures in it may agree as well, so that it tells
 * what to ask about and never what to refuse.
 */
public final class PageLook {
  private static final int ACROSS = 72;
  private static final int DOWN = 96;

  /** Cells on each side of a cell that count as its neighbours. */
  private static final int NEAR = 4;

  /** How far, in cells, two pictures of one page may lie apart. */
  private static final int SHIFT = 1;

  /** Part by which the shapes of two pictures of one page may differ. */
  private static final double SHAPE = 0.06;

  /**
   * From here on two pictures are taken to show one page. Measured on printed sheets under noise
   * and uneven light: a page agrees with itself by 0.84 and more, with a sheet of another form by
   * 0.56 at most, with another sheet of its own form by up to 0.98.
   */
  private static final double ALIKE = 0.7;

  private final double shape;
  private final float[] cells;

  private PageLook(double shape, float[] cells) {
    this.shape = shape;
    this.cells = cells;
  }

  /** The look of a page that has been cut out. */
  public static PageLook of(BufferedImage page) {
    float[] light = cells(page);
    float[] against = new float[light.length];
    for (int y = 0; y < DOWN; y++) {
      for (int x = 0; x < ACROSS; x++) {
        against[y * ACROSS + x] = light[y * ACROSS + x] - around(light, x, y);
      }
    }
    return new PageLook((double) page.getWidth() / page.getHeight(), against);
  }

  private static float[] cells(BufferedImage page) {
    float[] light = new float[ACROSS * DOWN];
    int width = page.getWidth();
    int height = page.getHeight();
    for (int y = 0; y < DOWN; y++) {
      int top = y * height / DOWN;
      int bottom = Math.max(top + 1, (y + 1) * height / DOWN);
      for (int x = 0; x < ACROSS; x++) {
        int left = x * width / ACROSS;
        int right = Math.max(left + 1, (x + 1) * width / ACROSS);
        long sum = 0;
        for (int py = top; py < Math.min(bottom, height); py++) {
          for (int px = left; px < Math.min(right, width); px++) {
            int rgb = page.getRGB(px, py);
            sum += (rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF);
          }
        }
        light[y * ACROSS + x] = (float) sum / 10 / ((bottom - top) * (right - left));
      }
    }
    return light;
  }

  private static float around(float[] light, int x, int y) {
    float sum = 0;
    int count = 0;
    for (int ny = Math.max(0, y - NEAR); ny <= Math.min(DOWN - 1, y + NEAR); ny++) {
      for (int nx = Math.max(0, x - NEAR); nx <= Math.min(ACROSS - 1, x + NEAR); nx++) {
        sum += light[ny * ACROSS + nx];
        count++;
      }
    }
    return sum / count;
  }

  /** Whether another picture may show the same page, the same way up or upside down. */
  public boolean isLike(PageLook other) {
    return likeness(other) >= ALIKE;
  }

  /** How much another picture agrees, 1 at most; the better of the two ways up. */
  public double likeness(PageLook other) {
    return Math.abs(shape / other.shape - 1) > SHAPE
        ? 0
        : Math.max(best(other.cells), best(turned(other.cells)));
  }

  private static float[] turned(float[] cells) {
    float[] turned = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      turned[cells.length - 1 - i] = cells[i];
    }
    return turned;
  }

  private double best(float[] other) {
    double best = 0;
    for (int dy = -SHIFT; dy <= SHIFT; dy++) {
      for (int dx = -SHIFT; dx <= SHIFT; dx++) {
        best = Math.max(best, correlation(other, dx, dy));
      }
    }
    return best;
  }

  private double correlation(float[] other, int dx, int dy) {
    double both = 0;
    double mine = 0;
    double theirs = 0;
    for (int y = Math.max(0, -dy); y < Math.min(DOWN, DOWN - dy); y++) {
      for (int x = Math.max(0, -dx); x < Math.min(ACROSS, ACROSS - dx); x++) {
        float a = cells[y * ACROSS + x];
        float b = other[(y + dy) * ACROSS + x + dx];
        both += a * b;
        mine += a * a;
        theirs += b * b;
      }
    }
    return mine == 0 || theirs == 0 ? 0 : both / Math.sqrt(mine * theirs);
  }
}
