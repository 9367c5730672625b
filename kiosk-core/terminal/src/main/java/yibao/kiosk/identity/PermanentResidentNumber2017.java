package yibao.kiosk.identity;

import java.util.regex.Pattern;

/**
 * The number of a foreigner's permanent-residence card of 2017: country (3 letters), region (4
 * digits), birth YYMMDD, sequence and a check digit (ICAO 9303: weights 7 3 1). Later cards carry a
 * {@link CitizenNumber}.
 */
public final class PermanentResidentNumber2017 {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final int[] WEIGHTS = {7, 3, 1};
  private static final int CHECKED = 14;

  private PermanentResidentNumber2017() {}

  /** Whether a text is such a number with the right check digit. */
  public static boolean isValid(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < CHECKED; i++) {
      sum += Character.digit(text.charAt(i), Character.MAX_RADIX) * WEIGHTS[i % WEIGHTS.length];
    }
    return sum % 10 == text.charAt(CHECKED) - '0';
  }
}
