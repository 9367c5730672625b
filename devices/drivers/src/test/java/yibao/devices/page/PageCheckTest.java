package yibao.devices.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.devices.qr.GreyImage;

/** Pages drawn on a dark mat, as a document camera of two megapixels sees them. */
class PageCheckTest {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;

  /** A page of print, 760 × 1060 around the middle, turned by some degrees. */
  private static BufferedImage page(double degrees, Consumer<Graphics2D> more) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setColor(new Color(45, 48, 50));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.translate(WIDTH / 2, HEIGHT / 2);
    brush.rotate(Math.toRadians(degrees));
    brush.setColor(new Color(222, 224, 220));
    brush.fillRect(-380, -530, 760, 1060);
    brush.setColor(new Color(30, 30, 34));
    Random random = new Random(7);
    for (int y = -470; y < 480; y += 34) {
      for (int x = -320; x < 300; x += 24) {
        brush.fillRect(x + random.nextInt(5), y, 3, 18);
        brush.fillRect(x, y + random.nextInt(14), 17, 3);
      }
    }
    more.accept(brush);
    brush.dispose();
    return picture;
  }

  private static BufferedImage page() {
    return page(0, _ -> {});
  }

  private static PageVerdict look(BufferedImage picture) {
    return PageCheck.look(GreyImage.of(picture));
  }

  private static void cannotBeRead(PageFault fault, BufferedImage picture) {
    assertEquals(new PageVerdict.Unreadable(fault), look(picture));
  }

  private static BufferedImage blurred(BufferedImage picture, int reach) {
    float[] box = new float[reach * reach];
    Arrays.fill(box, 1f / box.length);
    return new ConvolveOp(new Kernel(reach, reach, box), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }

  private static BufferedImage lit(BufferedImage picture, float by, float more) {
    return new RescaleOp(by, more, null).filter(picture, null);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 3, -12, 45, 90, 180})
  void a_page_that_lies_well_can_be_read_however_it_is_turned(double degrees) {
    BufferedImage picture =
        page(
            degrees,
            brush -> {
              if (Math.abs(degrees) == 45) {
                // At this angle a whole sheet would not fit: a smaller one does.
                brush.setColor(new Color(45, 48, 50));
                brush.fillRect(-400, -540, 800, 200);
                brush.fillRect(-400, 340, 800, 200);
              }
            });

    assertInstanceOf(PageVerdict.Readable.class, look(picture));
  }

  @Test
  void its_corners_are_found_to_within_a_few_pixels() {
    Corners corners = assertInstanceOf(PageVerdict.Readable.class, look(page())).corners();

    Corners right =
        new Corners(
            new Corners.Point(420, 70),
            new Corners.Point(1180, 70),
            new Corners.Point(1180, 1130),
            new Corners.Point(420, 1130));
    for (int i = 0; i < 4; i++) {
      double off = corners.points().get(i).distance(right.points().get(i));
      assertTrue(off <= 10, corners.toString());
    }
  }

  @Test
  void an_empty_mat_holds_no_page() {
    cannotBeRead(
        PageFault.MISSING,
        page(
            0,
            brush -> {
              brush.setColor(new Color(45, 48, 50));
              brush.fillRect(-WIDTH, -HEIGHT, 2 * WIDTH, 2 * HEIGHT);
              brush.setColor(new Color(90, 90, 90));
              brush.fillRect(-5, -5, 10, 10);
            }));
  }

  @Test
  void a_page_that_hangs_over_the_side_is_cut_off() {
    cannotBeRead(
        PageFault.CUT_OFF,
        page(
            0,
            brush -> {
              brush.setColor(new Color(222, 224, 220));
              brush.fillRect(-380, -530, 760, 1200);
            }));
  }

  @Test
  void a_hand_on_the_page_covers_it() {
    cannotBeRead(
        PageFault.COVERED,
        page(
            0,
            brush -> {
              brush.setColor(new Color(70, 55, 50));
              brush.fillOval(120, 200, 500, 400);
            }));
  }

  @Test
  void a_slip_of_paper_is_too_small() {
    cannotBeRead(
        PageFault.TOO_SMALL,
        page(
            0,
            brush -> {
              brush.setColor(new Color(45, 48, 50));
              brush.fillRect(-WIDTH, -HEIGHT, 2 * WIDTH, 2 * HEIGHT);
              brush.setColor(new Color(222, 224, 220));
              brush.fillRect(-120, -100, 240, 200);
            }));
  }

  @Test
  void a_card_is_large_enough() {
    assertInstanceOf(
        PageVerdict.Readable.class,
        look(
            page(
                0,
                brush -> {
                  brush.setColor(new Color(45, 48, 50));
                  brush.fillRect(-WIDTH, -HEIGHT, 2 * WIDTH, 2 * HEIGHT);
                  brush.setColor(new Color(222, 224, 220));
                  brush.fillRect(-210, -135, 420, 270);
                })));
  }

  @Test
  void a_lamp_mirrored_in_the_page_is_glare() {
    cannotBeRead(
        PageFault.GLARE,
        page(
            0,
            brush -> {
              brush.setColor(Color.WHITE);
              brush.fillOval(-60, -60, 140, 120);
            }));
  }

  @Test
  void a_moving_or_unfocused_page_is_blurred() {
    cannotBeRead(PageFault.BLURRED, blurred(page(), 9));
  }

  @Test
  void print_that_was_blurred_already_on_paper_is_blurred_as_well() {
    BufferedImage smeared = blurred(blurred(page(), 9), 9);
    BufferedImage picture = page();
    Graphics2D brush = picture.createGraphics();
    brush.setClip(440, 90, 720, 1020);
    brush.drawImage(smeared, 0, 0, null);
    brush.dispose();

    cannotBeRead(PageFault.BLURRED, picture);
  }

  @Test
  void too_little_and_too_much_light_are_told_apart() {
    cannotBeRead(PageFault.TOO_DARK, lit(page(), 0.2f, 0));
    cannotBeRead(PageFault.TOO_BRIGHT, lit(page(), 1f, 60));
  }

  @Test
  void any_picture_ends_in_a_verdict() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      int width = 1 + random.nextInt(90);
      int height = 1 + random.nextInt(90);
      byte[] pixels = new byte[width * height];
      random.nextBytes(pixels);
      if (i % 3 == 0) {
        Arrays.fill(pixels, 0, random.nextInt(pixels.length + 1), (byte) random.nextInt());
      }
      assertInstanceOf(PageVerdict.class, PageCheck.look(new GreyImage(pixels, width, height)));
    }
  }

  @Test
  void a_page_is_cut_out_and_straightened() {
    BufferedImage picture = page(8, _ -> {});
    Corners corners = assertInstanceOf(PageVerdict.Readable.class, look(picture)).corners();

    BufferedImage cut = PagePicture.cut(picture, corners);

    assertEquals(760, cut.getWidth(), 14);
    assertEquals(1060, cut.getHeight(), 14);
    for (int[] near : new int[][] {{20, 20}, {-20, 20}, {20, -20}, {-20, -20}}) {
      int x = near[0] > 0 ? near[0] : cut.getWidth() + near[0];
      int y = near[1] > 0 ? near[1] : cut.getHeight() + near[1];
      assertTrue((cut.getRGB(x, y) & 0xFF) > 150, "paper reaches into every corner");
    }
  }

  @Test
  void a_picture_is_written_no_larger_than_asked_and_read_again() throws IOException {
    BufferedImage noise = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int y = 0; y < noise.getHeight(); y++) {
      for (int x = 0; x < noise.getWidth(); x++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }

    byte[] file = PagePicture.jpeg(noise, 100_000);

    assertTrue(file.length <= 100_000);
    BufferedImage again = PagePicture.read(file).orElseThrow();
    assertEquals(9.0 / 7, (double) again.getWidth() / again.getHeight(), 0.02);
  }

  @Test
  void what_is_no_picture_or_an_enormous_one_is_not_read() throws IOException {
    byte[] file = PagePicture.jpeg(page(), 1 << 20);
    byte[] enormous = file.clone();
    for (int i = 0; i < enormous.length - 9; i++) {
      if (enormous[i] == (byte) 0xFF && enormous[i + 1] == (byte) 0xC0) {
        Arrays.fill(enormous, i + 5, i + 9, (byte) 0xFF);
      }
    }

    assertEquals(Optional.empty(), PagePicture.read(enormous));
    assertEquals(Optional.empty(), PagePicture.read(new byte[] {1, 2, 3}));
    assertEquals(Optional.empty(), PagePicture.read(Arrays.copyOf(file, 200)));
  }
}
