package yibao.kiosk.record;

/** Insured state of one insurance 人员参保状态. */
public enum InsuranceStatus {
  /** 未参保. */
  NOT_INSURED("未参保"),
  /** 正常参保. */
  ACTIVE("正常参保"),
  /** 暂停参保. */
  PAUSED("暂停参保"),
  /** 参保无效. */
  INVALID("参保无效"),
  /** 终止参保. */
  ENDED("终止参保");

  private final String label;

  InsuranceStatus(String label) {
    this.label = label;
  }

  /** The state as screens and papers show it. */
  public String label() {
    return label;
  }
}
