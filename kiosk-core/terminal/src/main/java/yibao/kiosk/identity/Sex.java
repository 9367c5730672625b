package yibao.kiosk.identity;

/** Sex as documents code it (GB/T 2261.1). */
public enum Sex {
  UNKNOWN("0", "未知"),
  MALE("1", "男"),
  FEMALE("2", "女"),
  NOT_STATED("9", "未说明");

  private final String code;
  private final String label;

  Sex(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The standard's code. */
  public String code() {
    return code;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}
