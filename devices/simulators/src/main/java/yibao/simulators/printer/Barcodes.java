package yibao.simulators.printer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Barcodes by GS k, in both of its forms. */
final class Barcodes {
  private Barcodes() {}

  /**
   * Draws a barcode.
   *
   * @throws IllegalArgumentException when a real printer would print nothing
   */
  static Bits draw(Command command, int moduleWidth, int height) {
    int kind = command.at(0);
    boolean terminated = kind <= 6;
    byte[] data = command.arguments();
    String text =
        terminated
            ? new String(data, 1, data.length - 2, StandardCharsets.US_ASCII)
            : new String(data, 2, data.length - 2, StandardCharsets.US_ASCII);
    BarcodeFormat format = format(terminated ? kind : kind - 65);
    if (format == BarcodeFormat.CODE_128) {
      text = withoutCodeSets(text);
    }
    try {
      BitMatrix matrix = new MultiFormatWriter().encode(text, format, 0, 1);
      Bits bits = new Bits(matrix.getWidth(), 1, new BitSet());
      for (int x = 0; x < matrix.getWidth(); x++) {
        bits.dots().set(x, matrix.get(x, 0));
      }
      return bits.scaled(moduleWidth, height);
    } catch (WriterException e) {
      throw new IllegalArgumentException("barcode data that do not fit their kind", e);
    }
  }

  private static BarcodeFormat format(int kind) {
    return switch (kind) {
      case 0 -> BarcodeFormat.UPC_A;
      case 1 -> BarcodeFormat.UPC_E;
      case 2 -> BarcodeFormat.EAN_13;
      case 3 -> BarcodeFormat.EAN_8;
      case 4 -> BarcodeFormat.CODE_39;
      case 5 -> BarcodeFormat.ITF;
      case 6 -> BarcodeFormat.CODABAR;
      case 7 -> BarcodeFormat.CODE_93;
      case 8 -> BarcodeFormat.CODE_128;
      default -> throw new IllegalArgumentException("barcode of kind " + kind);
    };
  }

  /** The text behind {A and {B; {C holds pairs of digits as one character each. */
  private static String withoutCodeSets(String data) {
    StringBuilder text = new StringBuilder();
    char set = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == '{' && i + 1 < data.length() && "ABC".indexOf(data.charAt(i + 1)) >= 0) {
        set = data.charAt(++i);
      } else if (c == '{' && i + 1 < data.length() && data.charAt(i + 1) == '{') {
        text.append('{');
        i++;
      } else if (set == 'C') {
        text.append("%02d".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    if (set == 0) {
      throw new IllegalArgumentException("CODE128 data must begin with a code set");
    }
    return text.toString();
  }
}
