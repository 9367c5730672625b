package yibao.templates.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts of money in capital Chinese numerals, as bills spell them (支付结算办法 附一《正确填写票据和结算凭证的基本规定》).
 */
public final class AmountInWords {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿"};
  private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

  private AmountInWords() {}

  /**
   * The amount in yuan, jiao and fen: 1409.50 is 壹仟肆佰零玖元伍角整; negative amounts begin with 负.
   *
   * @throws ArithmeticException if the amount has fractions of a fen or a trillion yuan or more
   */
  public static String of(BigDecimal amount) {
    BigDecimal fen = amount.setScale(2, RoundingMode.UNNECESSARY).abs();
    if (fen.compareTo(LIMIT) >= 0) {
      throw new ArithmeticException("amount too large to spell");
    }
    long cents = fen.unscaledValue().longValueExact();
    String words =
        yuan(cents / 100) + jiaoAndFen(cents / 100, (int) (cents / 10 % 10), (int) (cents % 10));
    return amount.signum() < 0 ? "负" + words : words;
  }

  private static String jiaoAndFen(long yuan, int jiao, int fen) {
    if (jiao == 0 && fen == 0) {
      return yuan == 0 ? "零元整" : "整";
    }
    StringBuilder words = new StringBuilder();
    if (jiao > 0) {
      words.append(DIGITS.charAt(jiao)).append('角');
    } else if (yuan > 0) {
      words.append('零');
    }
    return words.append(fen > 0 ? DIGITS.charAt(fen) + "分" : "整").toString();
  }

  private static String yuan(long yuan) {
    if (yuan == 0) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    boolean zeroPending = false;
    for (int group = GROUPS.length - 1; group >= 0; group--) {
      int four = (int) (yuan / (long) Math.pow(10_000, group) % 10_000);
      if (four == 0) {
        zeroPending = !words.isEmpty();
        continue;
      }
      boolean afterZero = yuan / (long) Math.pow(10_000, group + 1) % 10 == 0;
      if (!words.isEmpty() && (zeroPending || four < 1000 || afterZero)) {
        words.append('零');
      }
      words.append(fourDigits(four)).append(GROUPS[group]);
      zeroPending = false;
    }
    return words.append('元').toString();
  }

  private static String fourDigits(int number) {
    StringBuilder words = new StringBuilder();
    boolean zeroPending = false;
    for (int place = PLACES.length - 1; place >= 0; place--) {
      int digit = number / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        zeroPending = !words.isEmpty();
      } else {
        words.append(zeroPending ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
        zeroPending = false;
      }
    }
    return words.toString();
  }
}
