package yibao.devices.sscard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A record of the card: tag, length, value. Total: whatever a card answers is a record or is none.
 *
 * @param tag one byte
 * @param value as long as the length said
 */
record CardRecord(int tag, byte[] value) {
  private static final Charset GBK = Charset.forName("GBK");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** Reads a response; empty when it holds no whole record. */
  static Optional<CardRecord> parse(byte[] response) {
    if (response.length < 2) {
      return Optional.empty();
    }
    int length = response[1] & 0xFF;
    return response.length < 2 + length
        ? Optional.empty()
        : Optional.of(
            new CardRecord(response[0] & 0xFF, Arrays.copyOfRange(response, 2, 2 + length)));
  }

  /** Letters and digits, padded with zero bytes, or never written (FFh). */
  String ascii() {
    return unpadded(StandardCharsets.US_ASCII);
  }

  /** Chinese text, padded with zero bytes. */
  String gbk() {
    return unpadded(GBK);
  }

  /** Two digits a byte, or any bytes, in hexadecimal. */
  String digits() {
    return HEX.formatHex(value);
  }

  /** A date of four bytes YYYYMMDD in digits. */
  Optional<LocalDate> date() {
    try {
      return Optional.of(LocalDate.parse(digits(), DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private String unpadded(Charset charset) {
    int end = 0;
    while (end < value.length && value[end] != 0 && value[end] != (byte) 0xFF) {
      end++;
    }
    return new String(value, 0, end, charset).strip();
  }
}
