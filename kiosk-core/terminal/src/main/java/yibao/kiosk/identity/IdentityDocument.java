package yibao.kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An identity document that was read from its chip, by kind. Prints only what {@link Masking}
 * allows.
 */
public sealed interface IdentityDocument {

  /** Characters of a Chinese name that fit on a chip (GA 450). */
  int NAME_ON_CHIP = 15;

  /** The holder's name as on the document; the Chinese one where a foreigner has both. */
  String name();

  /** The number of the document's holder, 15 or 18 characters. */
  String number();

  /** Sex. */
  Sex sex();

  /** Date of birth. */
  LocalDate birth();

  /** The days on which the document is valid. */
  Validity validity();

  /** What people call this kind of document. */
  String kindLabel();

  /**
   * Whether somebody of this full name may hold the document. A chip has room for fifteen
   * characters; a longer name is cut there.
   */
  default boolean mayBelongTo(String fullName) {
    return name().length() < NAME_ON_CHIP ? fullName.equals(name()) : fullName.startsWith(name());
  }

  /** The name as it may be shown. */
  default String maskedName() {
    return Masking.name(name());
  }

  /** The number as it may be shown. */
  default String maskedNumber() {
    return Masking.number(number());
  }

  /**
   * 居民身份证.
   *
   * @param ethnicGroup 民族, without 族
   * @param address as on the card
   */
  record ResidentCard(
      String name,
      String number,
      Sex sex,
      LocalDate birth,
      Validity validity,
      String ethnicGroup,
      String address)
      implements IdentityDocument {
    @Override
    public String kindLabel() {
      return "居民身份证";
    }

    @Override
    public String toString() {
      return masked(this);
    }
  }

  /**
   * 港澳台居民居住证.
   *
   * @param travelPermitNumber number of the 通行证
   */
  record ResidencePermit(
      String name,
      String number,
      Sex sex,
      LocalDate birth,
      Validity validity,
      String travelPermitNumber,
      String address)
      implements IdentityDocument {
    @Override
    public String kindLabel() {
      return "港澳台居民居住证";
    }

    @Override
    public String toString() {
      return masked(this);
    }
  }

  /**
   * 外国人永久居留身份证, of 2017 or 2023.
   *
   * @param englishName as on the card
   * @param chineseName if the holder has one
   * @param nationality three letters (GB/T 2659)
   */
  record PermanentResidentCard(
      String englishName,
      Optional<String> chineseName,
      String number,
      Sex sex,
      LocalDate birth,
      Validity validity,
      String nationality)
      implements IdentityDocument {
    @Override
    public String name() {
      return chineseName.orElse(englishName);
    }

    @Override
    public String kindLabel() {
      return "外国人永久居留身份证";
    }

    @Override
    public String toString() {
      return masked(this);
    }
  }

  private static String masked(IdentityDocument document) {
    return document.kindLabel()
        + "["
        + document.maskedName()
        + ", "
        + document.maskedNumber()
        + "]";
  }
}
