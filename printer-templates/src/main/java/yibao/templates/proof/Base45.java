package yibao.templates.proof;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Bytes in the 45 characters that a QR symbol holds most densely (RFC 9285). */
final class Base45 {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private Base45() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 1);
    for (int i = 0; i < bytes.length; i += 2) {
      boolean pair = i + 1 < bytes.length;
      int value = pair ? (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF : bytes[i] & 0xFF;
      for (int digits = pair ? 3 : 2; digits > 0; digits--) {
        text.append(ALPHABET.charAt(value % 45));
        value /= 45;
      }
    }
    return text.toString();
  }

  /** The bytes, empty if the text is not Base45. */
  static Optional<byte[]> decode(String text) {
    if (text.length() % 3 == 1) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i += 3) {
      boolean pair = i + 2 < text.length();
      int value = 0;
      for (int j = pair ? 2 : 1; j >= 0; j--) {
        int digit = ALPHABET.indexOf(text.charAt(i + j));
        if (digit < 0) {
          return Optional.empty();
        }
        value = value * 45 + digit;
      }
      if (value > (pair ? 0xFFFF : 0xFF)) {
        return Optional.empty();
      }
      if (pair) {
        bytes.write(value >> 8);
      }
      bytes.write(value);
    }
    return Optional.of(bytes.toByteArray());
  }
}
