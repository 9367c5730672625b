package yibao.kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A social-security card 社会保障卡 as far as its chip opens. Prints only what {@link Masking} allows.
 *
 * @param number 卡号
 * @param identification 卡识别码, 32 hexadecimal digits
 * @param region place code of the issuer, six digits
 * @param expires last day, if the chip holds one
 * @param holder empty for the third generation, whose chip tells nobody without a security module
 */
public record SocialSecurityCard(
    String number,
    String identification,
    String region,
    Optional<LocalDate> expires,
    Optional<Holder> holder) {

  /**
   * Whom the card belongs to.
   *
   * @param number 社会保障号码
   * @param name full name
   */
  public record Holder(String number, String name) {

    /** Characters of a name that fit on the oldest chips (LD/T 32, 30 bytes). */
    private static final int NAME_ON_CHIP = 15;

    /** Whether somebody of this full name may be the holder; a chip may hold only its beginning. */
    public boolean mayBe(String fullName) {
      return name.length() < NAME_ON_CHIP ? fullName.equals(name) : fullName.startsWith(name);
    }

    @Override
    public String toString() {
      return Masking.name(name) + ", " + Masking.number(number);
    }
  }

  @Override
  public String toString() {
    return "社会保障卡[" + Masking.number(number) + holder.map(known -> ", " + known).orElse("") + "]";
  }
}
