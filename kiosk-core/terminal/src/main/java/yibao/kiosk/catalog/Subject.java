package yibao.kiosk.catalog;

/** Whom an item is for (服务对象). */
public enum Subject {
  /** 参保人员. */
  CITIZEN("citizen"),
  /** 用人单位. */
  EMPLOYER("employer"),
  /** 定点医药机构. */
  INSTITUTION("institution");

  private final String key;

  Subject(String key) {
    this.key = key;
  }

  /** The word in packs, exports and the HTTP interface. */
  public String key() {
    return key;
  }
}
