package yibao.devices.sscard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The line of text a vendor's driver answers with (LD/T 6001, {@code iReadCardBas}): region,
 * number, card number, identification code, name, reset information, version, issue date, expiry
 * date, terminal number, device number, separated by bars.
 */
public final class VendorLine {
  private static final int FIELDS = 9;

  private VendorLine() {}

  /** What a driver's return value means. */
  public sealed interface Outcome {
    /** It read a card. */
    record Read(SocialSecurityCard card) implements Outcome {}

    /** It says that there is no card. */
    record NoCard() implements Outcome {}

    /**
     * It failed.
     *
     * @param fault what that means for the citizen
     */
    record Failed(SocialSecurityReading.Fault fault) implements Outcome {}

    /** The third generation's file needs a security module, and the reader has none. */
    record NeedsSecurityModule() implements Outcome {}
  }

  /**
   * Reads a driver's answer.
   *
   * @param result its return value, 0 for success
   * @param line the text it wrote
   */
  public static Outcome parse(int result, String line) {
    return switch (result) {
      case 0 ->
          card(line)
              .<Outcome>map(Outcome.Read::new)
              .orElseGet(() -> new Outcome.Failed(new SocialSecurityReading.Unreadable("line")));
      case -2 -> new Outcome.NoCard();
      case -1, -13, -27266 -> new Outcome.Failed(new SocialSecurityReading.WrongCard());
      case -3, -4 -> new Outcome.Failed(new SocialSecurityReading.Mute());
      case -2201, -2203 -> new Outcome.NeedsSecurityModule();
      case -52, -27011 -> new Outcome.Failed(new SocialSecurityReading.Locked());
      default -> new Outcome.Failed(new SocialSecurityReading.Unreadable(Integer.toString(result)));
    };
  }

  private static Optional<SocialSecurityCard> card(String line) {
    String[] fields = line.strip().split("\\|", -1);
    if (fields.length < FIELDS || !fields[0].matches("\\d{6}") || fields[1].isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new SocialSecurityCard(
            fields[2].strip(),
            fields[3].strip(),
            fields[0],
            fields[6].strip(),
            date(fields[7]),
            date(fields[8]),
            Optional.of(
                new SocialSecurityCard.Holder(
                    fields[1].strip(),
                    fields[4].strip(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  private static Optional<LocalDate> date(String field) {
    try {
      return Optional.of(LocalDate.parse(field.strip(), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
