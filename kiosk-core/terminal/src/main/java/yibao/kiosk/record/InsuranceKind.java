package yibao.kiosk.record;

/**
 * Insurance kind 险种, the kinds a hall's citizens meet; the province's codes stay in its profile.
 */
public enum InsuranceKind {
  /** 职工基本医疗保险. */
  EMPLOYEE_BASIC("职工基本医疗保险"),
  /** 公务员医疗补助. */
  CIVIL_SERVANT_SUBSIDY("公务员医疗补助"),
  /** 大额医疗费用补助. */
  LARGE_AMOUNT_SUPPLEMENT("大额医疗费用补助"),
  /** 离休人员医疗保障. */
  RETIRED_CADRE("离休人员医疗保障"),
  /** 城乡居民基本医疗保险. */
  RESIDENT_BASIC("城乡居民基本医疗保险"),
  /** 城乡居民大病医疗保险. */
  RESIDENT_CRITICAL_ILLNESS("城乡居民大病医疗保险"),
  /** 长期照护保险. */
  LONG_TERM_CARE("长期照护保险"),
  /** 生育保险. */
  MATERNITY("生育保险"),
  /** 其他. */
  OTHER("其他医疗保障");

  private final String label;

  InsuranceKind(String label) {
    this.label = label;
  }

  /** Whether it pays for treatment by itself; the others only add to such a one. */
  public boolean basic() {
    return switch (this) {
      case EMPLOYEE_BASIC, RESIDENT_BASIC, RETIRED_CADRE -> true;
      case CIVIL_SERVANT_SUBSIDY,
          LARGE_AMOUNT_SUPPLEMENT,
          RESIDENT_CRITICAL_ILLNESS,
          LONG_TERM_CARE,
          MATERNITY,
          OTHER ->
          false;
    };
  }

  /** The name as screens and papers show it. */
  public String label() {
    return label;
  }
}
