package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Where there is no code nothing is read, whatever the picture looks like. {@code -Dqr.pictures=N}
 * looks at more pictures than the few of every run, {@code -Dqr.seed=N} at others.
 */
class NothingReadTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final Duration BUDGET = Duration.ofSeconds(2);

  @Test
  void pictures_made_by_chance_hold_no_code() {
    int pictures = Integer.getInteger("qr.pictures", 60);
    long seed = Long.getLong("qr.seed", 20_260_101L);
    QrReader reader = new QrReader();
    StreamReader stream = new StreamReader(BUDGET);
    for (int i = 0; i < pictures; i++) {
      GreyImage picture = picture(new Random(seed + i));

      assertEquals(List.of(), reader.readAll(picture, BUDGET), "seed " + (seed + i));
      assertEquals(
          StreamResult.Unread.class, stream.offer(picture).getClass(), "seed " + (seed + i));
    }
  }

  /**
   * Shapes over each other: flats, noise, stripes, modules, and the squares that codes begin with.
   */
  private static GreyImage picture(Random random) {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    int layers = 1 + random.nextInt(6);
    for (int layer = 0; layer < layers; layer++) {
      int left = random.nextInt(WIDTH);
      int top = random.nextInt(HEIGHT);
      int right = Math.min(WIDTH, left + 20 + random.nextInt(WIDTH));
      int bottom = Math.min(HEIGHT, top + 20 + random.nextInt(HEIGHT));
      int kind = random.nextInt(5);
      int cell = 1 + random.nextInt(8);
      int dark = random.nextInt(128);
      int light = 128 + random.nextInt(128);
      long grain = random.nextLong();
      for (int y = layer == 0 ? 0 : top; y < (layer == 0 ? HEIGHT : bottom); y++) {
        for (int x = layer == 0 ? 0 : left; x < (layer == 0 ? WIDTH : right); x++) {
          int column = (x - left) / cell;
          int row = (y - top) / cell;
          pixels[y * WIDTH + x] =
              (byte)
                  switch (kind) {
                    case 0 -> dark;
                    case 1 -> random.nextInt(256);
                    case 2 -> Math.floorMod(column, 2) == 0 ? dark : light;
                    case 3 -> chance(column, row, grain) ? dark : light;
                    default -> finder(column, row) || chance(column, row, grain) ? dark : light;
                  };
        }
      }
    }
    return new GreyImage(pixels, WIDTH, HEIGHT);
  }

  private static boolean chance(int column, int row, long grain) {
    long mixed = (column * 0x9E3779B97F4A7C15L ^ row * 0xC2B2AE3D27D4EB4FL ^ grain) * 31;
    return ((mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L >>> 40 & 1) == 0;
  }

  /** Concentric squares of the ratio 1:1:3:1:1, three of every four places in a raster. */
  private static boolean finder(int column, int row) {
    int inColumn = Math.floorMod(column, 18);
    int inRow = Math.floorMod(row, 18);
    if (inColumn > 6 || inRow > 6) {
      return false;
    }
    int ring = Math.max(Math.abs(inColumn - 3), Math.abs(inRow - 3));
    return ring == 3 || ring <= 1;
  }
}
