package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import yibao.devices.page.PageCheck;
import yibao.devices.page.PageLook;
import yibao.devices.page.PagePicture;
import yibao.devices.page.PageVerdict;
import yibao.devices.qr.GreyImage;
import yibao.templates.DocumentTemplates;

/**
 * The sheets this terminal prints, laid under a camera twice: each shot has its own noise, light
 * and place. A page is known again, also upside down, and no sheet is taken for another.
 */
class SamePageTest {
  private static final DocumentTemplates TEMPLATES = DocumentTemplates.load();
  private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-03-02T12:00:00+08:00");
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;

  private static BufferedImage sheet(String template, Map<String, ?> data) throws IOException {
    return ImageIO.read(
        new ByteArrayInputStream(TEMPLATES.render(template, data, NOON).preview(0, 110)));
  }

  /** The page as the camera has it, cut out and straightened. */
  private static PageLook shot(BufferedImage sheet, long seed, boolean turned) throws IOException {
    Random random = new Random(seed);
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.setColor(new Color(45, 48, 50));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.translate(WIDTH / 2.0 + random.nextInt(60) - 30, HEIGHT / 2.0 + random.nextInt(40) - 20);
    brush.rotate(Math.toRadians(random.nextDouble() * 6 - 3 + (turned ? 180 : 0)));
    double scale = 0.76 + random.nextDouble() * 0.06;
    brush.scale(scale, scale);
    brush.drawImage(sheet, -sheet.getWidth() / 2, -sheet.getHeight() / 2, null);
    brush.dispose();
    Graphics2D light = picture.createGraphics();
    light.setPaint(
        new GradientPaint(
            0,
            0,
            new Color(0, 0, 0, 10),
            WIDTH,
            HEIGHT,
            new Color(0, 0, 0, 40 + random.nextInt(40))));
    light.fillRect(0, 0, WIDTH, HEIGHT);
    light.dispose();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = picture.getRGB(x, y);
        int by = (int) (random.nextGaussian() * 6);
        picture.setRGB(
            x,
            y,
            Math.clamp((rgb >> 16 & 0xFF) + by, 0, 255) << 16
                | Math.clamp((rgb >> 8 & 0xFF) + by, 0, 255) << 8
                | Math.clamp((rgb & 0xFF) + by, 0, 255));
      }
    }
    PageVerdict.Readable readable =
        assertInstanceOf(PageVerdict.Readable.class, PageCheck.look(GreyImage.of(picture)));
    byte[] file = PagePicture.jpeg(PagePicture.cut(picture, readable.corners()), 1 << 20);
    return PageLook.of(PagePicture.read(file).orElseThrow());
  }

  @Test
  void each_sheet_is_known_again_also_upside_down_and_taken_for_no_other() throws IOException {
    List<String> names =
        TEMPLATES.names().stream()
            .sorted()
            // Laid out like the other certificate: two sheets of one form are asked about.
            .filter(name -> !name.equals("payment-certificate"))
            .limit(4)
            .toList();
    List<PageLook> first = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      BufferedImage sheet = sheet(names.get(i), TEMPLATES.sample(names.get(i)));
      PageLook one = shot(sheet, i, false);
      PageLook again = shot(sheet, 100 + i, false);
      assertTrue(one.isLike(again), names.get(i) + " laid again");
      assertTrue(one.isLike(shot(sheet, 200 + i, true)), names.get(i) + " laid upside down");
      for (int other = 0; other < first.size(); other++) {
        assertFalse(one.isLike(first.get(other)), names.get(i) + " for " + names.get(other));
      }
      first.add(one);
    }
  }
}
