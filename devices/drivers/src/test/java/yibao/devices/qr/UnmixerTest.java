package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnmixerTest {

  @Test
  void aSmearOverThreeModulesIsLargelyUndone() throws WriterException {
    SymbolLayout layout = new SymbolLayout(4);
    int dimension = layout.dimension();
    ByteMatrix symbol =
        Encoder.encode("smeared", ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_VERSION, 4))
            .getMatrix();
    float[] smeared = new float[dimension * dimension];
    for (int v = 0; v < dimension; v++) {
      for (int u = 0; u < dimension; u++) {
        smeared[v * dimension + u] =
            0.30f * module(symbol, u - 1, v)
                + 0.44f * module(symbol, u, v)
                + 0.26f * module(symbol, u + 1, v);
      }
    }

    int before = wrong(symbol, smeared);
    int after = wrong(symbol, Unmixer.restore(smeared, layout, 2));
    assertTrue(before > 100, "the smear must matter: " + before);
    assertTrue(after * 10 < before, before + " wrong modules became " + after);
  }

  private static int module(ByteMatrix symbol, int u, int v) {
    boolean inside = u >= 0 && u < symbol.getWidth();
    return inside && symbol.get(u, v) == 1 ? 1 : -1;
  }

  private static int wrong(ByteMatrix symbol, float[] soft) {
    int wrong = 0;
    for (int at = 0; at < soft.length; at++) {
      boolean dark = symbol.get(at % symbol.getWidth(), at / symbol.getWidth()) == 1;
      wrong += dark == soft[at] > 0 ? 0 : 1;
    }
    return wrong;
  }
}
