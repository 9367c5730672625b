package yibao.accounts;

import java.util.regex.Pattern;

/** PINs of people who work here: six digits, typed where others stand by; kept only as argon2id. */
public final class Pins {
  /** Digits of a PIN. */
  public static final int LENGTH = 6;

  private static final Pattern DIGITS = Pattern.compile("\\d{" + LENGTH + "}");
  private static final String UP = "01234567890123456789";
  private static final String DOWN = "98765432109876543210";

  private Pins() {}

  /** Whether this can be a PIN: six digits, neither one digit alone nor digits in their order. */
  public static boolean isPin(String text) {
    return DIGITS.matcher(text).matches()
        && text.chars().distinct().count() > 1
        && !UP.contains(text)
        && !DOWN.contains(text);
  }

  /**
   * What is kept of a PIN; takes as long as a password does.
   *
   * @throws IllegalArgumentException when it cannot be a PIN
   */
  public static String hash(String pin) {
    if (!isPin(pin)) {
      throw new IllegalArgumentException("a PIN is six digits that are not easily guessed");
    }
    return Passwords.hash(pin);
  }

  /** Whether this is the PIN of which that was kept. */
  public static boolean proves(String pin, String kept) {
    return Passwords.proves(pin, kept);
  }
}
