package yibao.devices.sscard;

import java.time.LocalDate;
import java.util.Optional;
import yibao.devices.EthnicGroup;
import yibao.devices.Sex;

/**
 * What a social-security card's chip says. Prints none of it.
 *
 * @param cardNumber 卡号, nine characters
 * @param identificationCode 卡识别码, 32 hexadecimal digits
 * @param region place code of the issuer, six digits
 * @param version of the card specification, such as {@code 2.00}
 * @param issued day of issue, if it is a date
 * @param expires last day, if it is a date
 * @param holder empty when the chip does not open the holder's file without a security module, as
 *     the third generation's does not
 */
public record SocialSecurityCard(
    String cardNumber,
    String identificationCode,
    String region,
    String version,
    Optional<LocalDate> issued,
    Optional<LocalDate> expires,
    Optional<Holder> holder) {

  /**
   * Who holds the card.
   *
   * @param number 社会保障号码, the citizen number for those who have one
   * @param name full name, with its extension
   * @param sex if the chip holds a known code
   * @param ethnicGroup if the chip holds one
   * @param birth if it is a date
   */
  public record Holder(
      String number,
      String name,
      Optional<Sex> sex,
      Optional<EthnicGroup> ethnicGroup,
      Optional<LocalDate> birth) {
    @Override
    public String toString() {
      return "Holder";
    }
  }

  @Override
  public String toString() {
    return "SocialSecurityCard[version " + version + "]";
  }
}
