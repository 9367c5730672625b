package yibao.kiosk.hardware;

/** The devices of a terminal. */
public enum DeviceName {
  /** 身份证阅读器. */
  ID_CARD("id-card"),
  /** 社会保障卡读卡器. */
  SS_CARD("ss-card"),
  /** 扫码器. */
  SCAN("scan"),
  /** 凭条打印机. */
  PRINTER("printer"),
  /** A4 打印机. */
  A4("a4"),
  /** 高拍仪. */
  DOCUMENT_CAMERA("document-camera"),
  /** 人脸核验模块. */
  FACE("face");

  private final String key;

  DeviceName(String key) {
    this.key = key;
  }

  /** The word in configuration, events and the HTTP interface. */
  public String key() {
    return key;
  }
}
