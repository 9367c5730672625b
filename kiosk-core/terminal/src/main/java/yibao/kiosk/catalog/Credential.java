package yibao.kiosk.catalog;

/** A 凭证 with which a person shows who they are. */
public enum Credential {
  /** 医保电子凭证. */
  E_VOUCHER("eVoucher", "医保电子凭证"),
  /** 有效身份证件: a family, see {@link IdentityDocument}. */
  IDENTITY_DOCUMENT("identityDocument", "有效身份证件"),
  /** 社会保障卡. */
  SOCIAL_SECURITY_CARD("socialSecurityCard", "社会保障卡");

  private final String key;
  private final String label;

  Credential(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The word in packs, exports and the HTTP interface. */
  public String key() {
    return key;
  }

  /** What people call it. */
  public String label() {
    return label;
  }
}
