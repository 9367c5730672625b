package yibao.devices.idcard;

/**
 * One answer of the reader (GA 450): three status bytes and data. The first two status bytes come
 * from the card, the third from the reader.
 *
 * @param sw1 0–255
 * @param sw2 0–255
 * @param sw3 0–255, decides
 * @param data what follows the status; possibly empty
 */
record SdtAnswer(int sw1, int sw2, int sw3, byte[] data) {
  static final int OK = 0x90;
  static final int FOUND = 0x9F;
  static final int NO_CONTENT = 0x91;
  static final int NO_CARD = 0x80;
  static final int SELECT_FAILED = 0x81;
  static final int READ_FAILED = 0x41;
  static final int RANDOM_FAILED = 0x47;
  static final int WRONG_CARD = 0x40;
  static final int CARD_DISTRUSTS_SAM = 0x31;
  static final int SAM_DISTRUSTS_CARD = 0x32;
  static final int VERIFICATION_FAILED = 0x33;
  static final int SELF_TEST_FAILED = 0x60;
  static final int UNAUTHORISED = 0x66;
  static final int BAD_CHECK = 0x10;
  static final int BAD_LENGTH = 0x11;
  static final int BAD_COMMAND = 0x21;

  /** The status as technicians know it, such as {@code 00 00 41}. */
  String status() {
    return "%02X %02X %02X".formatted(sw1, sw2, sw3);
  }

  /** The status only: the data are a person's. */
  @Override
  public String toString() {
    return "SdtAnswer[" + status() + ", " + data.length + " bytes]";
  }
}
