package yibao.sandbox.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The text of an identity document's chip, by GA 450 fields. Which fields are filled depends on the
 * kind.
 *
 * @param kind which document
 * @param name Chinese name
 * @param sex GB/T 2261.1 digit: 1 male, 2 female
 * @param ethnic GB/T 3304 two digits; residents only
 * @param birth date of birth
 * @param address residents and permits
 * @param number document number, upper case
 * @param issuer issuing authority; residents and permits
 * @param validFrom first valid day
 * @param validTo last valid day as {@code yyyy-MM-dd}, or 长期
 * @param permitNumber travel-permit number 通行证号码; permits only
 * @param issueCount times issued 签发次数, two digits; permits only
 * @param englishName foreigners only, at most 46 characters on the 2023 card
 * @param nationality three-letter code of GB/T 2659; foreigners only
 * @param authority accepting authority, four digits; foreigner's card of 2017 only
 * @param cardVersion two digits; foreigner's card of 2017 only
 * @param renewals renewal count 换证次数, two digits; foreigner's card of 2023 only
 * @param previousNumber last three digits of the card before; foreigner's card of 2023 only
 */
public record IdentityDocument(
    Kind kind,
    String name,
    String sex,
    Optional<String> ethnic,
    LocalDate birth,
    Optional<String> address,
    String number,
    Optional<String> issuer,
    LocalDate validFrom,
    String validTo,
    Optional<String> permitNumber,
    Optional<String> issueCount,
    Optional<String> englishName,
    Optional<String> nationality,
    Optional<String> authority,
    Optional<String> cardVersion,
    Optional<String> renewals,
    Optional<String> previousNumber) {

  /** Which identity document. */
  public enum Kind {
    /** 居民身份证. */
    @JsonProperty("resident")
    RESIDENT,
    /** 港澳台居民居住证, type J. */
    @JsonProperty("hong-kong-macao-taiwan")
    HONG_KONG_MACAO_TAIWAN,
    /** 外国人永久居留身份证 of 2017, type I. */
    @JsonProperty("foreigner-2017")
    FOREIGNER_2017,
    /** 外国人永久居留身份证 of 2023, type Y. */
    @JsonProperty("foreigner-2023")
    FOREIGNER_2023
  }
}
