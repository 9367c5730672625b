package yibao.kiosk.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks what is written with digits or characters, one rule a kind of input. */
final class WritingRules {

  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 50;
  private static final int SHORTEST_ACCOUNT = 12;
  private static final int LONGEST_ACCOUNT = 21;

  /** The dots that keyboards and old systems write between the parts of a name. */
  private static final Pattern DOTS = Pattern.compile("[•‧・．.∙⋅●]");

  private static final Pattern MONEY = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");

  private WritingRules() {}

  /** Whether a character is one that nobody writes: it came with something pasted or scanned. */
  static boolean isControl(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
  }

  static Checked phone(String value) {
    String digits = value.replaceFirst("^\\+?86(?=1\\d{10}$)", "").replaceAll("[\\s-]", "");
    if (!digits.matches("\\d*")) {
      return wrong("form.phone-digits");
    }
    if (digits.length() != 11) {
      return wrong("form.phone-length", "count", digits.length());
    }
    if (!digits.matches("1[3-9]\\d{9}")) {
      return wrong("form.phone-start");
    }
    return new Checked.Fine(digits, digits);
  }

  static Checked digits(Input.Digits rule, String value) {
    String digits = value.replaceAll("[\\s-]", "");
    if (!digits.matches("\\d*")) {
      return wrong("form.digits-only");
    }
    if (digits.length() < rule.minLength()) {
      return wrong("form.digits-short", "least", rule.minLength(), "count", digits.length());
    }
    if (digits.length() > rule.maxLength()) {
      return wrong("form.digits-long", "most", rule.maxLength(), "count", digits.length());
    }
    return new Checked.Fine(digits, digits);
  }

  static Checked text(Input.Text rule, String value) {
    int length = value.codePointCount(0, value.length());
    if (length < rule.minLength()) {
      return wrong("form.text-short", "least", rule.minLength(), "count", length);
    }
    if (length > rule.maxLength()) {
      return wrong("form.text-long", "most", rule.maxLength(), "count", length);
    }
    return new Checked.Fine(value, value);
  }

  static Checked name(String value) {
    String name = DOTS.matcher(value).replaceAll("·").replaceAll("\\s*·\\s*", "·");
    int length = name.codePointCount(0, name.length());
    if (!name.codePoints().allMatch(WritingRules::belongsInName)
        || name.startsWith("·")
        || name.endsWith("·")) {
      return wrong("form.name-characters");
    }
    if (length < SHORTEST_NAME) {
      return wrong("form.name-short");
    }
    if (length > LONGEST_NAME) {
      return wrong("form.name-long", "most", LONGEST_NAME, "count", length);
    }
    return new Checked.Fine(name, name);
  }

  /** Letters of any script, also those a platform keeps in the private-use area, · and spaces. */
  private static boolean belongsInName(int character) {
    return Character.isLetter(character)
        || Character.getType(character) == Character.PRIVATE_USE
        || Character.getType(character) == Character.NON_SPACING_MARK
        || character == '·'
        || character == ' ';
  }

  static Checked account(String value) {
    String digits = value.replaceAll("[\\s-]", "");
    if (!digits.matches("\\d*")) {
      return wrong("form.bank-digits");
    }
    if (digits.length() < SHORTEST_ACCOUNT || digits.length() > LONGEST_ACCOUNT) {
      return wrong(
          "form.bank-length",
          "least",
          SHORTEST_ACCOUNT,
          "most",
          LONGEST_ACCOUNT,
          "count",
          digits.length());
    }
    Checked.Fine fine = new Checked.Fine(digits, digits);
    return passesLuhn(digits) ? fine : new Checked.Doubtful(fine, "form.bank-check");
  }

  /** ISO/IEC 7812-1: from the right, every second digit doubled, the digit sums end in 0. */
  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 1 ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  static Checked money(Input.Money rule, String value) {
    String plain = value.replaceAll("[,，\\s]", "");
    if (!MONEY.matcher(plain).matches()) {
      return wrong("form.money-shape");
    }
    BigDecimal amount = new BigDecimal(plain).setScale(2);
    if (amount.signum() == 0) {
      return wrong("form.money-nothing");
    }
    if (amount.compareTo(rule.most()) > 0) {
      return wrong("form.money-most", "most", rule.most().toPlainString());
    }
    return new Checked.Fine(amount.toPlainString(), amount.toPlainString() + "元");
  }

  static Checked count(Input.Count rule, String value) {
    if (!value.matches("\\d{1,9}")) {
      return wrong("form.count-digits");
    }
    int number = Integer.parseInt(value);
    if (number < rule.least() || number > rule.most()) {
      return wrong("form.count-range", "least", rule.least(), "most", rule.most());
    }
    return new Checked.Fine(Integer.toString(number), Integer.toString(number));
  }

  private static Checked wrong(String code) {
    return new Checked.Wrong(code, Map.of());
  }

  private static Checked wrong(String code, Object... params) {
    Map<String, String> named = new java.util.HashMap<>();
    for (int i = 0; i < params.length; i += 2) {
      named.put(params[i].toString(), params[i + 1].toString());
    }
    return new Checked.Wrong(code, named);
  }
}
