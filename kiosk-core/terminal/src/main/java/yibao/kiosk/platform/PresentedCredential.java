package yibao.kiosk.platform;

/** A credential 凭证 that somebody laid before a reader, in the shape the platform wants it. */
public sealed interface PresentedCredential {

  /**
   * A chip identity document.
   *
   * @param number document number
   * @param name holder's name as on the chip
   * @param document which document it is
   */
  record IdentityCard(String number, String name, Document document)
      implements PresentedCredential {
    @Override
    public String toString() {
      return "IdentityCard[" + document + "]";
    }
  }

  /**
   * A social-security card 社会保障卡. Newer chips give no name without a key, so none is asked for.
   *
   * @param number 卡号
   * @param identification 卡识别码 card_sn, 32 hexadecimal digits
   */
  record SocialSecurityCard(String number, String identification) implements PresentedCredential {
    @Override
    public String toString() {
      return "SocialSecurityCard";
    }
  }

  /**
   * A decoded e-voucher 医保电子凭证; see {@link Vouchers}.
   *
   * @param token ecToken, good for this visit
   * @param number holder's document number
   * @param name holder's name
   * @param documentCode national code of the document, as the decoder gave it
   */
  record ElectronicVoucher(String token, String number, String name, String documentCode)
      implements PresentedCredential {
    @Override
    public String toString() {
      return "ElectronicVoucher";
    }
  }

  /** Kinds of chip identity document. */
  enum Document {
    /** 居民身份证. */
    RESIDENT_ID,
    /** 港澳台居民居住证. */
    HMT_RESIDENCE_PERMIT,
    /** 外国人永久居留身份证. */
    FOREIGN_PERMANENT_RESIDENCE
  }
}
