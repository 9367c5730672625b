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
