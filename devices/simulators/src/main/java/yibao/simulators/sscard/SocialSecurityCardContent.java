package yibao.simulators.sscard;

import java.time.LocalDate;

/**
 * What is stored in a social-security card's chip.
 *
 * @param region place code of the issuer, six digits
 * @param serial the card's own number within its identification code, eight digits
 * @param version of the specification: 1.00, 2.00 or 3.00
 * @param cardNumber nine characters
 * @param number 社会保障号码
 * @param name in GBK at most 30 bytes on cards of the first version, 50 on later ones
 * @param sexCode one digit
 * @param ethnicCode two digits
 * @param pin of the holder, six digits
 */
public record SocialSecurityCardContent(
    String region,
    String serial,
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
