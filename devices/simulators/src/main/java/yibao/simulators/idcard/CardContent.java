package yibao.simulators.idcard;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * What is stored in a card's chip, in the field layouts of the four kinds of card (text of 256
 * bytes, UTF-16LE, padded with spaces; photo of 1024 bytes).
 */
public sealed interface CardContent {
  /** Length of the text part in bytes. */
  int TEXT_BYTES = 256;

  /** Length of the compressed photo in bytes. */
  int PHOTO_BYTES = 1024;

  /** The text as it lies in the chip: always {@value #TEXT_BYTES} bytes. */
  byte[] text();

  /** The compressed photo; nobody's face: noise, another for each card. */
  default byte[] photo() {
    byte[] noise = new byte[PHOTO_BYTES];
    new Random(Arrays.hashCode(text())).nextBytes(noise);
    return noise;
  }

  /** 居民身份证, the mainland resident's card; without an end the card is valid 长期. */
  record Resident(
      String name,
      String sexCode,
      String ethnicCode,
      LocalDate birth,
      String address,
      String number,
      String authority,
      LocalDate validFrom,
      Optional<LocalDate> validUntil)
      implements CardContent {
    @Override
    public byte[] text() {
      return new Fields()
          .put(0, 30, name)
          .put(30, 2, sexCode)
          .put(32, 4, ethnicCode)
          .put(36, 16, birth)
          .put(52, 70, address)
          .put(122, 36, number)
          .put(158, 30, authority)
          .put(188, 16, validFrom)
          .put(204, 16, validUntil)
          .bytes();
    }
  }

  /** 港澳台居民居住证, type J. */
  record ResidencePermit(
      String name,
      String sexCode,
      LocalDate birth,
      String address,
      String number,
      String authority,
      LocalDate validFrom,
      LocalDate validUntil,
      String travelPermitNumber,
      String issueCount)
      implements CardContent {
    @Override
    public byte[] text() {
      return new Fields()
          .put(0, 30, name)
          .put(30, 2, sexCode)
          .put(36, 16, birth)
          .put(52, 70, address)
          .put(122, 36, number)
          .put(158, 30, authority)
          .put(188, 16, validFrom)
          .put(204, 16, validUntil)
          .put(220, 18, travelPermitNumber)
          .put(238, 4, issueCount)
          .put(248, 2, "J")
          .bytes();
    }
  }

  /** 外国人永久居留身份证 of 2017, type I. */
  record PermanentResident2017(
      String englishName,
      String sexCode,
      String number,
      String nationality,
      String chineseName,
      LocalDate validFrom,
      LocalDate validUntil,
      LocalDate birth,
      String version,
      String authorityCode)
      implements CardContent {
    @Override
    public byte[] text() {
      return new Fields()
          .put(0, 120, englishName)
          .put(120, 2, sexCode)
          .put(122, 30, number)
          .put(152, 6, nationality)
          .put(158, 30, chineseName)
          .put(188, 16, validFrom)
          .put(204, 16, validUntil)
          .put(220, 16, birth)
          .put(236, 4, version)
          .put(240, 8, authorityCode)
          .put(248, 2, "I")
          .bytes();
    }
  }

  /** 外国人永久居留身份证 of 2023, type Y; the English name continues in a second field. */
  record PermanentResident2023(
      String chineseName,
      String sexCode,
      String renewalCount,
      LocalDate birth,
      String englishName,
      String number,
      LocalDate validFrom,
      LocalDate validUntil,
      String nationality,
      String previousCard)
      implements CardContent {
    private static final int FIRST_PART = 35;

    @Override
    public byte[] text() {
      int cut = Math.min(FIRST_PART, englishName.length());
      return new Fields()
          .put(0, 30, chineseName)
          .put(30, 2, sexCode)
          .put(32, 4, renewalCount)
          .put(36, 16, birth)
          .put(52, 70, englishName.substring(0, cut))
          .put(122, 36, number)
          .put(188, 16, validFrom)
          .put(204, 16, validUntil)
          .put(220, 22, englishName.substring(cut))
          .put(242, 6, nationality)
          .put(248, 2, "Y")
          .put(250, 6, previousCard)
          .bytes();
    }
  }

  /** A chip whose text is given byte for byte, for cards that break the rules. */
  record Raw(byte[] text, byte[] photo) implements CardContent {}

  /** Fixed fields in UTF-16LE, blank where nothing was put. */
  final class Fields {
    private final byte[] bytes = new byte[TEXT_BYTES];

    private Fields() {
      Arrays.fill(bytes, (byte) 0);
      for (int at = 0; at < TEXT_BYTES; at += 2) {
        bytes[at] = ' ';
      }
    }

    private Fields put(int offset, int length, String value) {
      byte[] encoded = value.getBytes(StandardCharsets.UTF_16LE);
      if (encoded.length > length) {
        throw new IllegalArgumentException(
            "the field at " + offset + " holds " + length + " bytes, not " + encoded.length);
      }
      System.arraycopy(encoded, 0, bytes, offset, encoded.length);
      return this;
    }

    private Fields put(int offset, int length, LocalDate date) {
      return put(offset, length, date.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    private Fields put(int offset, int length, Optional<LocalDate> end) {
      return put(offset, length, end.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("长期"));
    }

    private byte[] bytes() {
      return bytes;
    }
  }
}
