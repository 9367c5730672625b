package yibao.devices.idcard;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yibao.devices.EthnicGroup;
import yibao.devices.Sex;

/**
 * The fixed fields of a card's text (256 bytes, UTF-16LE, padded with spaces) and what the four
 * kinds of card put there. Byte 248 tells the kind.
 *
 * <p>The frame's check is one byte wide and lets one damaged answer in 256 pass. Text that no
 * authority could have written is therefore refused as unreadable, never shown.
 */
final class CardText {
  /** Length of the text in bytes. */
  static final int BYTES = 256;

  private static final int APPENDED_ADDRESS_BYTES = 70;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern NUMBER_18 = Pattern.compile("[1-9]\\d{16}[\\dX]");
  private static final Pattern NUMBER_15 = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final Pattern PERMIT = Pattern.compile("[A-Z]?\\d{8,10}");
  private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
  private static final Pattern NATIONALITY = Pattern.compile("[A-Z]{3}");

  /** Han with private-use characters (old cards hold rare ones there), middle dots and spaces. */
  private static final Pattern CHINESE_NAME = Pattern.compile("[\\p{IsHan}\\p{Co}·•.． A-Za-z]+");

  private static final Pattern ENGLISH_NAME = Pattern.compile("[\\p{IsLatin} ,.'’\\-]+");

  /**
   * Neither commands nor what turns the reading direction or ends a line, nor U+FFFD, which stands
   * for broken UTF-16; markup is mere text.
   */
  private static final Pattern PRINTED =
      Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\uFFFD]+");

  /** A field holds something its kind of card cannot hold. */
  private static final class Nonsense extends Exception {
    private static final long serialVersionUID = 1L;

    private Nonsense() {
      super("a field of the card makes no sense", null, false, false);
    }
  }

  private final byte[] text;

  private CardText(byte[] text) {
    this.text = text;
  }

  /**
   * Reads a card's text.
   *
   * @param text 256 bytes
   * @return empty when it makes no sense
   */
  static Optional<IdCard> parse(byte[] text, CardPhoto photo) {
    if (text.length != BYTES) {
      return Optional.empty();
    }
    CardText fields = new CardText(text);
    try {
      return Optional.of(
          switch (fields.raw(248, 2)) {
            case "J" -> fields.residencePermit(photo);
            case "I" -> fields.permanentResident2017(photo);
            case "Y" -> fields.permanentResident2023(photo);
            default -> fields.resident(photo);
          });
    } catch (Nonsense e) {
      return Optional.empty();
    }
  }

  /** Splits the answer with appended addresses, oldest first, blank ones left out. */
  static List<String> appendedAddresses(byte[] data) {
    List<String> addresses = new ArrayList<>();
    CardText fields = new CardText(data);
    for (int at = 0; at + APPENDED_ADDRESS_BYTES <= data.length; at += APPENDED_ADDRESS_BYTES) {
      String address = fields.raw(at, APPENDED_ADDRESS_BYTES);
      if (!address.isEmpty()) {
        addresses.add(address);
      }
    }
    return List.copyOf(addresses);
  }

  private IdCard resident(CardPhoto photo) throws Nonsense {
    return new IdCard.Resident(
        field(0, 30, CHINESE_NAME),
        sex(30),
        new EthnicGroup(field(32, 4, TWO_DIGITS)),
        date(36),
        field(52, 70, PRINTED),
        field(122, 36, NUMBER_18),
        field(158, 30, PRINTED),
        validity(),
        photo);
  }

  private IdCard residencePermit(CardPhoto photo) throws Nonsense {
    return new IdCard.ResidencePermit(
        field(0, 30, CHINESE_NAME),
        sex(30),
        date(36),
        field(52, 70, PRINTED),
        field(122, 36, NUMBER_18),
        field(158, 30, PRINTED),
        validity(),
        field(220, 18, PERMIT),
        field(238, 4, TWO_DIGITS),
        photo);
  }

  private IdCard permanentResident2017(CardPhoto photo) throws Nonsense {
    return new IdCard.PermanentResident2017(
        field(0, 120, ENGLISH_NAME),
        optional(158, 30, CHINESE_NAME),
        sex(120),
        date(220),
        field(122, 30, NUMBER_15),
        field(152, 6, NATIONALITY),
        validity(),
        raw(236, 4),
        raw(240, 8),
        photo);
  }

  private IdCard permanentResident2023(CardPhoto photo) throws Nonsense {
    // The name runs on in a second field: only the end of the whole is padding.
    String englishName = untrimmed(52, 70) + untrimmed(220, 22);
    return new IdCard.PermanentResident2023(
        matching(englishName.stripTrailing(), ENGLISH_NAME),
        optional(0, 30, CHINESE_NAME),
        sex(30),
        date(36),
        field(122, 36, NUMBER_18),
        field(242, 6, NATIONALITY),
        validity(),
        raw(32, 4),
        raw(250, 6),
        photo);
  }

  private CardValidity validity() throws Nonsense {
    LocalDate from = date(188);
    return raw(204, 16).equals("长期")
        ? new CardValidity(from, Optional.empty())
        : new CardValidity(from, Optional.of(date(204)));
  }

  private Sex sex(int offset) throws Nonsense {
    return Sex.of(raw(offset, 2)).orElseThrow(Nonsense::new);
  }

  private LocalDate date(int offset) throws Nonsense {
    try {
      return LocalDate.parse(raw(offset, 16), DATE);
    } catch (DateTimeParseException e) {
      throw new Nonsense();
    }
  }

  private Optional<String> optional(int offset, int length, Pattern allowed) throws Nonsense {
    return raw(offset, length).isEmpty()
        ? Optional.empty()
        : Optional.of(field(offset, length, allowed));
  }

  private String field(int offset, int length, Pattern allowed) throws Nonsense {
    return matching(raw(offset, length), allowed);
  }

  private static String matching(String value, Pattern allowed) throws Nonsense {
    if (!allowed.matcher(value).matches()) {
      throw new Nonsense();
    }
    return value;
  }

  /** A field without its padding: names have spaces inside, so only the end is trimmed. */
  private String raw(int offset, int length) {
    return untrimmed(offset, length).stripTrailing();
  }

  private String untrimmed(int offset, int length) {
    return new String(text, offset, length, StandardCharsets.UTF_16LE);
  }
}
