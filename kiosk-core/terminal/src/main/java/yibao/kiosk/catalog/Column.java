package yibao.kiosk.catalog;

/** A column some published list prints. */
public enum Column {
  /** 主项. */
  CATEGORY("category"),
  /** 主项编码. */
  CATEGORY_CODE("categoryCode"),
  /** 子项序号. */
  SEQ("seq"),
  /** 子项. */
  NAME("name"),
  /** 子项编码. */
  CODE("code"),
  /** 办理材料. */
  MATERIALS("materials"),
  /** 办理时限. */
  TIME_LIMIT("timeLimit"),
  /** 办理环节, 办理流程. */
  STAGES("stages"),
  /** 办理方式, 办理渠道. */
  CHANNEL("channel"),
  /** 备注. */
  REMARKS("remarks"),
  /** 设定依据. */
  LEGAL_BASIS("legalBasis"),
  /** 受理单位. */
  ACCEPTED_BY("acceptedBy"),
  /** 服务对象. */
  SERVICE_OBJECT("serviceObject"),
  /** 查询方式. */
  QUERY_CHANNEL("queryChannel"),
  /** 其它. */
  OTHER("other");

  private final String key;

  Column(String key) {
    this.key = key;
  }

  /** The column's name in packs, exports and the HTTP interface. */
  public String key() {
    return key;
  }
}
