package yibao.kiosk.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A citizen number 公民身份号码 of 18 characters (GB 11643: place, birth, sequence, check by ISO 7064 MOD
 * 11-2), or a number built like one: that of a 港澳台居民居住证 (810000, 820000, 830000) and of a
 * foreigner's permanent-residence card of 2023 (begins with 9). Prints masked.
 */
public final class CitizenNumber {
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
  private static final Pattern OLD_SHAPE = Pattern.compile("[1-9]\\d{14}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1800, 1, 1);

  /** What a text turned out to be. */
  public sealed interface Check {
    /** A number that keeps every rule. */
    record Valid(CitizenNumber number) implements Check {}

    /** No such number. */
    record Invalid(Flaw flaw) implements Check {}
  }

  /** The first rule a text breaks. */
  public enum Flaw {
    /** Not 18 (or, formerly, 15) characters. */
    LENGTH,
    /** Something other than digits, or X elsewhere than at the end. */
    CHARACTERS,
    /** The birth part is no date, or one that is yet to come. */
    BIRTH,
    /** The last character does not fit the others: most likely a slip. */
    CHECK_CHARACTER
  }

  private final String text;

  private CitizenNumber(String text) {
    this.text = text;
  }

  /**
   * Checks a text as typed or read: spaces around it are ignored, x is taken for X, 15 digits are
   * brought to 18.
   *
   * @param today births after this day are refused
   */
  public static Check check(String typed, LocalDate today) {
    String text = typed.strip().toUpperCase(Locale.ROOT);
    if (text.length() == OLD_LENGTH && OLD_SHAPE.matcher(text).matches()) {
      String modern = text.substring(0, 6) + "19" + text.substring(6);
      text = modern + checkCharacter(modern);
    }
    if (text.length() != LENGTH) {
      return new Check.Invalid(Flaw.LENGTH);
    }
    if (!SHAPE.matcher(text).matches()) {
      return new Check.Invalid(Flaw.CHARACTERS);
    }
    try {
      LocalDate birth = birthIn(text);
      if (birth.isAfter(today) || birth.isBefore(EARLIEST_BIRTH)) {
        return new Check.Invalid(Flaw.BIRTH);
      }
    } catch (DateTimeParseException e) {
      return new Check.Invalid(Flaw.BIRTH);
    }
    return checkCharacter(text) == text.charAt(LENGTH - 1)
        ? new Check.Valid(new CitizenNumber(text))
        : new Check.Invalid(Flaw.CHECK_CHARACTER);
  }

  /** The 18 characters. */
  public String text() {
    return text;
  }

  /** The birth part. */
  public LocalDate birth() {
    return birthIn(text);
  }

  /** The sex the sequence tells: odd for men. */
  public Sex sex() {
    return (text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** The place of first registration (GB/T 2260); of no meaning in a foreigner's number. */
  public String placeCode() {
    return text.substring(0, 6);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CitizenNumber number && number.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return Masking.number(text);
  }

  private static LocalDate birthIn(String text) {
    return LocalDate.parse(text.substring(6, 14), DATE);
  }

  private static char checkCharacter(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (text.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
