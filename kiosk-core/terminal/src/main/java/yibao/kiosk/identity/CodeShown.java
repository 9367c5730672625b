package yibao.kiosk.identity;

import java.util.regex.Pattern;

/** What a QR code held before the terminal is, as far as its text tells by itself. */
public enum CodeShown {
  /** May be a 医保电子凭证: 28 digits. Only the national service knows for sure. */
  VOUCHER("\\d{28}"),
  /**
   * A payment code: 18 digits that begin with 10–15 (WeChat) or 16–24 digits with 25–30 (Alipay).
   */
  PAYMENT("1[0-5]\\d{16}|(2[5-9]|30)\\d{14,22}"),
  /** An address of the web: a health code, an advertisement. */
  WEB_ADDRESS("(?i)https?://.*"),
  /** Anything else. */
  OTHER(".*");

  private final Pattern shape;

  CodeShown(String shape) {
    this.shape = Pattern.compile(shape, Pattern.DOTALL);
  }

  /** What a code of this text is. */
  public static CodeShown of(String text) {
    String shown = text.strip();
    for (CodeShown kind : values()) {
      if (kind.shape.matcher(shown).matches()) {
        return kind;
      }
    }
    return OTHER;
  }
}
