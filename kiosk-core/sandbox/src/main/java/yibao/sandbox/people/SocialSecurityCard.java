package yibao.sandbox.people;

import java.time.LocalDate;

/**
 * What the chip of a social-security card 社会保障卡 says besides its holder (LD/T 32, file EF05).
 *
 * @param number 卡号, nine characters
 * @param identification 卡识别码, 32 hexadecimal digits beginning with the issuing place
 * @param version specification version, {@code 2.00} or {@code 3.00}
 * @param organisation initialising organisation, 24 hexadecimal digits
 * @param issued issue date
 * @param expires expiry date
 */
public record SocialSecurityCard(
    String number,
    String identification,
    String version,
    String organisation,
    LocalDate issued,
    LocalDate expires) {}
