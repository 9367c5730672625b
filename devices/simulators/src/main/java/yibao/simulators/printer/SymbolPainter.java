package yibao.simulators.printer;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** The printer's memory for a QR symbol (GS ( k, functions 165 to 182). */
final class SymbolPainter {
  private int module = 3;
  private ErrorCorrectionLevel level = ErrorCorrectionLevel.L;
  private byte[] payload = new byte[0];

  /**
   * Obeys one function.
   *
   * @return the symbol when it is to be printed
   * @throws IllegalArgumentException when a real printer would print nothing
   */
  Optional<Bits> take(Command command) {
    int function = command.at(4);
    switch (function) {
      case 0x41 -> require(command.at(5) == 0x31 || command.at(5) == 0x32, "QR model");
      case 0x43 -> {
        module = command.at(5);
        require(module >= 1 && module <= 16, "QR module size");
      }
      case 0x45 -> level = level(command.at(5));
      case 0x50 -> payload = Arrays.copyOfRange(command.arguments(), 6, command.arguments().length);
      case 0x51 -> {
        require(payload.length > 0, "QR printed before anything was stored");
        return Optional.of(draw());
      }
      case 0x52 -> {}
      default -> require(false, "QR function %02X".formatted(function));
    }
    return Optional.empty();
  }

  private Bits draw() {
    String text = new String(payload, StandardCharsets.ISO_8859_1);
    try {
      ByteMatrix matrix =
          Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
              .getMatrix();
      Bits bits = new Bits(matrix.getWidth(), matrix.getHeight(), new BitSet());
      for (int y = 0; y < bits.height(); y++) {
        for (int x = 0; x < bits.width(); x++) {
          bits.dots().set(y * bits.width() + x, matrix.get(x, y) == 1);
        }
      }
      return bits.scaled(module, module);
    } catch (WriterException e) {
      throw new IllegalArgumentException("QR payload too long", e);
    }
  }

  private static ErrorCorrectionLevel level(int code) {
    return switch (code) {
      case 0x30 -> ErrorCorrectionLevel.L;
      case 0x31 -> ErrorCorrectionLevel.M;
      case 0x32 -> ErrorCorrectionLevel.Q;
      case 0x33 -> ErrorCorrectionLevel.H;
      default -> throw new IllegalArgumentException("QR error correction %02X".formatted(code));
    };
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is not one a printer knows");
    }
  }
}
