package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against symbols that ZXing's encoder drew. */
class SymbolDecoderTest {
  private final SymbolDecoder decoder = new SymbolDecoder();
  private final Random random = new Random(12);

  private static ByteMatrix symbol(String text, int version, ErrorCorrectionLevel level, int mask)
      throws WriterException {
    return Encoder.encode(
            text,
            level,
            Map.of(
                EncodeHintType.QR_VERSION, version,
                EncodeHintType.QR_MASK_PATTERN, mask,
                EncodeHintType.CHARACTER_SET, "UTF-8"))
        .getMatrix();
  }

  private static float[] soft(ByteMatrix symbol, boolean mirrored) {
    int dimension = symbol.getWidth();
    float[] soft = new float[dimension * dimension];
    for (int v = 0; v < dimension; v++) {
      for (int u = 0; u < dimension; u++) {
        int module = mirrored ? symbol.get(v, u) : symbol.get(u, v);
        soft[v * dimension + u] = module == 1 ? 1 : -1;
      }
    }
    return soft;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 14, 22, 31, 40})
  void aSymbolOfAnyVersionIsRead(int version) throws WriterException {
    SymbolLayout layout = new SymbolLayout(version);
    for (ErrorCorrectionLevel level : ErrorCorrectionLevel.values()) {
      float[] soft = soft(symbol("424 YIBAO", version, level, version % 8), false);
      assertEquals(Optional.of("424 YIBAO"), decoder.decode(soft, layout));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyMaskIsTakenOff(int mask) throws WriterException {
    float[] soft = soft(symbol("医保电子凭证", 3, ErrorCorrectionLevel.M, mask), false);
    assertEquals(Optional.of("医保电子凭证"), decoder.decode(soft, new SymbolLayout(3)));
  }

  @Test
  void aSymbolSeenInAMirrorIsRead() throws WriterException {
    float[] soft = soft(symbol("mirror", 8, ErrorCorrectionLevel.Q, 3), true);
    assertEquals(Optional.of("mirror"), decoder.decode(soft, new SymbolLayout(8)));
  }

  @ParameterizedTest
  @EnumSource(ErrorCorrectionLevel.class)
  void fixedModulesAreWhereTheEncoderDrawsThem(ErrorCorrectionLevel level) throws WriterException {
    for (int version = 1; version <= 40; version++) {
      SymbolLayout layout = new SymbolLayout(version);
      ByteMatrix symbol = symbol("1", version, level, version % 8);
      for (int at : layout.fixed()) {
        int u = at % layout.dimension();
        int v = at / layout.dimension();
        assertEquals(layout.dark(at), symbol.get(u, v) == 1, version + ": " + u + "," + v);
      }
    }
  }

  @ParameterizedTest(name = "{0} of 44 codewords lost to glare: {1}")
  @CsvSource({"6, true", "12, true", "20, false"})
  void modulesThatSayNothingCostHalfOfWhatWrongOnesDo(int lost, boolean readable)
      throws WriterException {
    SymbolLayout layout = new SymbolLayout(2);
    float[] soft =
        soft(symbol("4243754826492874240001130000", 2, ErrorCorrectionLevel.M, 1), false);
    for (int i = 0; i < lost * 8; i++) {
      soft[layout.data()[i]] = (random.nextFloat() - 0.5f) * 0.05f;
    }
    assertEquals(
        readable ? Optional.of("4243754826492874240001130000") : Optional.empty(),
        decoder.decode(soft, layout));
  }

  @Test
  void noiseIsNotATextEvenInsideARightFormat() throws WriterException {
    SymbolLayout layout = new SymbolLayout(2);
    for (int i = 0; i < 300; i++) {
      float[] soft = soft(symbol("noise", 2, ErrorCorrectionLevel.M, i % 8), false);
      for (int at : layout.data()) {
        soft[at] = random.nextFloat() * 2 - 1;
      }
      assertEquals(Optional.empty(), decoder.decode(soft, layout));
    }
  }
}
