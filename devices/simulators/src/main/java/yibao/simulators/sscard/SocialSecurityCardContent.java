package yibao.simulators.sscard;

import java.time.LocalDate;

/**
 * What is stored in a social-security card's chip.
 *
 * @param identification 卡识别码, 32 hexadecimal digits that begin with the issuer's place code
 * @param organisation initialising organisation, 24 hexadecimal digits
 * @param version of the specification: 1.00, 2.00 or 3.00
 * @param cardNumber nine characters
 * @param number 社会保障号码
 * @param name in GBK at most 30 bytes on cards of the first version, 50 on later ones
 * @param sexCode one digit
 * @param ethnicCode two digits
 * @param pin of the holder, six digits
 */
public record SocialSecurityCardContent(
    String identification,
    String organisation,
    String version,
    LocalDate issued,
    LocalDate expires,
    String cardNumber,
    String number,
    String name,
    String sexCode,
    String ethnicCode,
    LocalDate birth,
    String pin) {}
