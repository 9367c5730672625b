package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderScanTest {
  private static final int MARGIN = 20;
  private static final Deadline AMPLE = new Deadline(() -> 0, Duration.ofMinutes(1));

  private final Plane plane = new Plane();

  private List<FinderPattern> patterns() {
    return new FinderScan()
        .find(plane, SearchStep.FIRST.threshold(), 2, Region.whole(plane), AMPLE).stream()
            .sorted(Comparator.comparingDouble(it -> it.x() + 2 * it.y()))
            .toList();
  }

  private void draw(int module, int dark, int light) throws WriterException {
    ByteMatrix symbol =
        Encoder.encode("where", ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_VERSION, 2))
            .getMatrix();
    int side = symbol.getWidth() * module + 2 * MARGIN;
    byte[] pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      int u = Math.floorDiv(i % side - MARGIN, module);
      int v = Math.floorDiv(i / side - MARGIN, module);
      boolean inside = u >= 0 && v >= 0 && u < symbol.getWidth() && v < symbol.getWidth();
      pixels[i] = (byte) (inside && symbol.get(u, v) == 1 ? dark : light);
    }
    GreyImage image = new GreyImage(pixels, side, side);
    plane.load(image, Region.whole(image), 1);
  }

  @ParameterizedTest(name = "modules of {0} pixels, {1} on {2}")
  @CsvSource({"2, 20, 230", "3, 118, 126", "7, 20, 230", "4, 240, 15", "15, 0, 255"})
  void aDrawnCodesThreePatternsAreFoundToAFractionOfAPixel(int module, int dark, int light)
      throws WriterException {
    draw(module, dark, light);
    double near = MARGIN + 3.5 * module;
    double far = MARGIN + 21.5 * module;
    double[][] expected = {{near, near}, {far, near}, {near, far}};

    List<FinderPattern> found = patterns();

    assertEquals(3, found.size(), found.toString());
    for (int i = 0; i < 3; i++) {
      assertEquals(expected[i][0], found.get(i).x(), 0.3);
      assertEquals(expected[i][1], found.get(i).y(), 0.3);
      assertEquals(module, found.get(i).module(), 0.15 * module);
      assertEquals(dark > light, found.get(i).inverted());
    }
  }

  @Test
  void noiseAndFlatPicturesHoldFewPatternsOrNone() {
    byte[] pixels = new byte[300 * 300];
    GreyImage image = new GreyImage(pixels, 300, 300);
    plane.load(image, Region.whole(image), 1);
    assertEquals(List.of(), patterns());
    Random random = new Random(3);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (128 + random.nextGaussian() * 12);
    }
    plane.load(image, Region.whole(image), 1);
    assertTrue(patterns().size() < 4, patterns().toString());
  }
}
