package yibao.kiosk.identity;

/**
 * What may be shown of a person on screens, on papers for others, and in logs. Every method takes
 * any text and never shows all of it.
 */
public final class Masking {
  private static final String STAR = "*";
  private static final int HEAD = 3;
  private static final int TAIL = 4;
  private static final int MOST_STARS_IN_NAME = 3;

  private Masking() {}

  /** A document number: its first three and last four characters, 630***********1234. */
  public static String number(String number) {
    return ends(number);
  }

  /** A mobile number: its first three and last four digits, 138****5678. */
  public static String phone(String phone) {
    return ends(phone);
  }

  /**
   * A name: its first and last character, 王*明; of two characters the first, 王*. At most three stars
   * stand between, however long the name is.
   */
  public static String name(String name) {
    int[] characters = name.strip().codePoints().toArray();
    return switch (characters.length) {
      case 0 -> "";
      case 1 -> STAR;
      case 2 -> Character.toString(characters[0]) + STAR;
      default ->
          Character.toString(characters[0])
              + STAR.repeat(Math.min(characters.length - 2, MOST_STARS_IN_NAME))
              + Character.toString(characters[characters.length - 1]);
    };
  }

  /** An account or bank card: its last four digits only, ****3077. */
  public static String account(String account) {
    return account.length() <= TAIL
        ? STAR.repeat(account.length())
        : STAR.repeat(TAIL) + account.substring(account.length() - TAIL);
  }

  private static String ends(String text) {
    int hidden = text.length() - HEAD - TAIL;
    if (hidden > 0) {
      return text.substring(0, HEAD) + STAR.repeat(hidden) + text.substring(text.length() - TAIL);
    }
    // Too short to keep both ends and still hide something.
    return STAR.repeat(text.length());
  }
}
