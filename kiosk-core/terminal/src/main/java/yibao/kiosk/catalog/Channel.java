package yibao.kiosk.catalog;

/**
 * A 办理渠道: where or how an item can be handed in.
 *
 * @param kind what sort of channel it is
 * @param name what people call it
 * @param when the facts under which it is open, such as a switch of the pool
 */
public record Channel(Kind kind, String name, Condition when) {

  /** What sort of channel it is. */
  public enum Kind {
    /** 政务服务窗口. */
    WINDOW("window", "政务服务窗口"),
    /** This terminal. */
    TERMINAL("terminal", "自助终端"),
    /** 政务服务网, official web sites. */
    WEB("web", "政务服务网"),
    /** 手机APP, 小程序, 公众号. */
    MOBILE("mobile", "手机办理"),
    /** 电话. */
    PHONE("phone", "电话"),
    /** 定点医疗机构. */
    HOSPITAL("hospital", "定点医疗机构"),
    /** 乡镇政府, 街道办事处, 社区. */
    COMMUNITY("community", "乡镇（街道）、社区");

    private final String key;
    private final String label;

    Kind(String key, String label) {
      this.key = key;
      this.label = label;
    }

    /** What people call it where a list gives it no name of its own. */
    public String label() {
      return label;
    }

    /** The word in packs, exports and the HTTP interface. */
    public String key() {
      return key;
    }
  }
}
