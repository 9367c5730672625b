package yibao.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaintSectionsTest {
  @Test
  void aShortReceiptIsOneSection() {
    byte[] paint = Receipts.of("短", 3);
    assertEquals(List.of(paint.length), PaintSections.ends(paint, 1024));
  }

  @Test
  void sectionsEndAfterLines() {
    byte[] paint = Receipts.of("长凭条的一行", 300);
    List<Integer> ends = PaintSections.ends(paint, 1024);
    assertTrue(ends.size() > 3);
    for (int end : ends.subList(0, ends.size() - 1)) {
      assertEquals('\n', paint[end - 1]);
    }
  }

  @Test
  void anImageIsNeverParted() {
    ByteArrayOutputStream paint = new ByteArrayOutputStream();
    byte[] image = new byte[8 + 48 * 60];
    System.arraycopy(new byte[] {0x1D, 0x76, 0x30, 0, 48, 0, 60, 0}, 0, image, 0, 8);
    Arrays.fill(image, 8, image.length, (byte) '\n');
    paint.writeBytes(image);
    paint.writeBytes("after\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        List.of(image.length, image.length + 6), PaintSections.ends(paint.toByteArray(), 10));
  }

  @Test
  void whatIsNotKnownStaysInOnePiece() {
    byte[] paint = "a\n\u001b\u007fb\nc\n".getBytes(StandardCharsets.US_ASCII);
    assertEquals(List.of(2, paint.length), PaintSections.ends(paint, 1));
  }

  @Test
  void anyBytesEndInAscendingSections() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] paint = new byte[random.nextInt(5000)];
      random.nextBytes(paint);
      List<Integer> ends = PaintSections.ends(paint, 64);
      assertEquals(paint.length, ends.getLast());
      assertEquals(ends.stream().sorted().distinct().toList(), ends);
    }
  }
}
