package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A picture of a screen in a manual. It lies beside the manual with the words that stood on the
 * screen; a screen that says or looks otherwise than its picture fails the suite. Made anew with
 * {@code -Dmanual.pictures=make}, and to be looked at then.
 */
enum ManualPicture {
  HOME("home"),
  CLOSED("closed"),
  STAFF_SERVICE("staff-service"),
  STAFF_READINESS("staff-readiness"),
  SETUP_DOOR("setup-door"),
  SETUP_SITE("setup-site"),
  SETUP_SCREEN("setup-screen"),
  SETUP_DEVICES("setup-devices"),
  SETUP_ACCEPTANCE("setup-acceptance");

  static final Path MANUALS = Path.of("..", "manuals").toAbsolutePath().normalize();

  private static final boolean MAKE = "make".equals(System.getProperty("manual.pictures"));
  private static final int UPRIGHT = 540;
  private static final int WIDE = 960;

  /** Coarse enough for another version of the browser, fine enough for a button that moved. */
  private static final int CELLS = 60;

  private static final int OTHER = 64;
  private static final double MOST_OTHER = 0.03;

  private final String file;

  ManualPicture(String file) {
    this.file = file;
  }

  /** How a manual names it. */
  String path() {
    return "pictures/" + file + ".png";
  }

  /** Compares it with the screen, or makes it. */
  void of(Touchscreen screen) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(screen.page().screenshot()));
    BufferedImage seen = scaled(whole, whole.getWidth() > whole.getHeight() ? WIDE : UPRIGHT);
    String words = constant(screen);
    Path picture = MANUALS.resolve(path());
    Path beside = MANUALS.resolve("pictures/" + file + ".txt");
    if (MAKE) {
      Files.createDirectories(picture.getParent());
      ImageIO.write(seen, "png", picture.toFile());
      Files.writeString(beside, words);
    }
    assertTrue(Files.exists(picture), path() + " has not been made yet");
    assertEquals(Files.readString(beside), words, path() + " is older than the screen");
    double other = difference(ImageIO.read(picture.toFile()), seen);
    assertTrue(other <= MOST_OTHER, path() + " looks otherwise than the screen: " + other);
  }

  /**
   * What is the same every day and on every machine. Numbers, times and versions are not, nor what
   * is plugged into a machine, which stands in lists that are shut.
   */
  private static String constant(Touchscreen screen) {
    List<String> shut = screen.page().locator("option:not(:checked)").allInnerTexts();
    List<String> lines = new ArrayList<>(screen.words().lines().map(String::strip).toList());
    shut.forEach(option -> lines.remove(option.strip()));
    return lines.stream()
            .filter(line -> !line.isEmpty())
            .map(line -> line.replace("现在的：", "").replaceAll("[0-9]+", "0"))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  /** Share of the cells of a coarse grid in which two pictures differ. */
  private static double difference(BufferedImage one, BufferedImage two) {
    BufferedImage a = scaled(one, CELLS);
    BufferedImage b = scaled(two, CELLS);
    assertEquals(a.getHeight(), b.getHeight(), "of one shape");
    int other = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < CELLS; x++) {
        if (distance(a.getRGB(x, y), b.getRGB(x, y)) > OTHER) {
          other++;
        }
      }
    }
    return (double) other / (CELLS * a.getHeight());
  }

  private static int distance(int one, int two) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((one >> shift & 0xFF) - (two >> shift & 0xFF)));
    }
    return most;
  }

  /** By halves, so that each pixel counts. */
  private static BufferedImage scaled(BufferedImage image, int width) {
    BufferedImage now = image;
    while (now.getWidth() > width) {
      int next = Math.max(width, now.getWidth() / 2);
      int height = Math.round((float) now.getHeight() * next / now.getWidth());
      BufferedImage smaller = new BufferedImage(next, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = smaller.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(now, 0, 0, next, height, null);
      graphics.dispose();
      now = smaller;
    }
    return now;
  }
}
