package yibao.devices.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Bytes that paint receipts. */
final class Receipts {
  private static final Charset GBK = Charset.forName("GBK");

  private Receipts() {}

  static byte[] of(String text, int lines) {
    ByteArrayOutputStream paint = new ByteArrayOutputStream();
    paint.writeBytes(new byte[] {0x1B, 0x40, 0x1C, 0x26});
    for (int i = 0; i < lines; i++) {
      paint.writeBytes((text + " " + i + "\n").getBytes(GBK));
    }
    paint.writeBytes(new byte[] {0x1D, 0x56, 0x42, 0x00});
    return paint.toByteArray();
  }
}
