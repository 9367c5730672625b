package yibao.kiosk.catalog;

/** A kind of 有效身份证件, as the lists' remarks name them. */
public enum IdentityDocument {
  RESIDENT_ID_CARD("residentIdCard", "身份证"),
  RESIDENCE_PERMIT("residencePermit", "居住证"),
  HOUSEHOLD_REGISTER("householdRegister", "户口簿"),
  PASSPORT("passport", "护照"),
  HK_MACAO_TRAVEL_PERMIT("hkMacaoTravelPermit", "港澳居民来往内地通行证"),
  HK_MACAO_TAIWAN_RESIDENCE_PERMIT("hkMacaoTaiwanResidencePermit", "港澳台居民居住证"),
  FOREIGN_PERMANENT_RESIDENT_CARD("foreignPermanentResidentCard", "外国人永久居留证");

  private final String key;
  private final String label;

  IdentityDocument(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The word in packs, exports and the HTTP interface. */
  public String key() {
    return key;
  }

  /** What the lists call it. */
  public String label() {
    return label;
  }
}
