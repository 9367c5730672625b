package yibao.devices.idcard;

import java.time.LocalDate;
import java.util.Optional;
import yibao.devices.EthnicGroup;
import yibao.devices.Sex;

/** What a card's chip says about its holder, by kind of card. Prints none of it. */
public sealed interface IdCard {
  /** The number that identifies the holder. */
  String number();

  /** Sex. */
  Sex sex();

  /** Date of birth. */
  LocalDate birth();

  /** The days on which the card is valid. */
  CardValidity validity();

  /** The compressed photo. */
  CardPhoto photo();

  /** 居民身份证, the mainland resident's card. */
  record Resident(
      String name,
      Sex sex,
      EthnicGroup ethnicGroup,
      LocalDate birth,
      String address,
      String number,
      String authority,
      CardValidity validity,
      CardPhoto photo)
      implements IdCard {
    @Override
    public String toString() {
      return "IdCard.Resident";
    }
  }

  /**
   * 港澳台居民居住证 (type J); the number begins with 81, 82 or 83.
   *
   * @param travelPermitNumber number of the 通行证
   * @param issueCount how often it was issued, two digits
   */
  record ResidencePermit(
      String name,
      Sex sex,
      LocalDate birth,
      String address,
      String number,
      String authority,
      CardValidity validity,
      String travelPermitNumber,
      String issueCount,
      CardPhoto photo)
      implements IdCard {
    @Override
    public String toString() {
      return "IdCard.ResidencePermit";
    }
  }

  /**
   * 外国人永久居留身份证 of 2017 (type I); the number has 15 characters.
   *
   * @param chineseName empty when the holder has none
   * @param nationality three letters (GB/T 2659)
   * @param authorityCode of the accepting authority
   */
  record PermanentResident2017(
      String englishName,
      Optional<String> chineseName,
      Sex sex,
      LocalDate birth,
      String number,
      String nationality,
      CardValidity validity,
      String version,
      String authorityCode,
      CardPhoto photo)
      implements IdCard {
    @Override
    public String toString() {
      return "IdCard.PermanentResident2017";
    }
  }

  /**
   * 外国人永久居留身份证 of 2023 (type Y); the number has 18 characters and begins with 9.
   *
   * @param chineseName empty when the holder has none
   * @param nationality three letters (GB/T 2659)
   * @param renewalCount how often it was renewed, two digits
   * @param previousCard last digits of the number of the card before
   */
  record PermanentResident2023(
      String englishName,
      Optional<String> chineseName,
      Sex sex,
      LocalDate birth,
      String number,
      String nationality,
      CardValidity validity,
      String renewalCount,
      String previousCard,
      CardPhoto photo)
      implements IdCard {
    @Override
    public String toString() {
      return "IdCard.PermanentResident2023";
    }
  }
}
