package yibao.kiosk.record;

/**
 * A designated institution 定点医药机构.
 *
 * @param code national code, H… hospital, P… pharmacy
 * @param name its name
 * @param kind which of both
 * @param level hospital level in words, e.g. 三级甲等
 * @param address where it is
 * @param crossProvince whether it settles directly for people of other provinces 异地联网
 */
public record Institution(
    String code, String name, Kind kind, String level, String address, boolean crossProvince) {

  /** Kinds of institution. */
  public enum Kind {
    /** 定点医疗机构. */
    HOSPITAL,
    /** 定点零售药店. */
    PHARMACY
  }
}
