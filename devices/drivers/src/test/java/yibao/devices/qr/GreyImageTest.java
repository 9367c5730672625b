package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class GreyImageTest {

  @Test
  void anArrayTooShortForItsSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new GreyImage(new byte[11], 4, 3));
    assertThrows(IllegalArgumentException.class, () -> new GreyImage(new byte[12], 4, 3, 3));
    assertThrows(IllegalArgumentException.class, () -> new GreyImage(new byte[0], 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new GreyImage(new byte[8], 1 << 20, 1 << 20));
  }

  @Test
  void theLastRowNeedsNoPadding() {
    assertEquals(3, new GreyImage(new byte[2 * 8 + 4], 4, 3, 8).height());
  }

  @Test
  void coloursBecomeTheirLumaAndTransparencyBecomesPaper() {
    BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFFFF0000);
    image.setRGB(1, 0, 0xFF00FF00);
    image.setRGB(2, 0, 0xFFFFFFFF);
    image.setRGB(3, 0, 0x00000000);
    assertArrayEquals(
        new byte[] {76, (byte) 150, (byte) 255, (byte) 255}, GreyImage.of(image).pixels());
  }
}
