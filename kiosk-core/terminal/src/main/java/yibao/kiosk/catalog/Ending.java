package yibao.kiosk.catalog;

/** How an item ends on the terminal; the screen says which before the citizen starts. */
public enum Ending {
  /** Answered on screen, printable. */
  QUERY("Query"),
  /** A sealed PDF with a verification QR, printed or taken by phone. */
  CERTIFICATE("Certificate"),
  /** 医保电子凭证 applied for and activated after a face check. */
  VOUCHER("Voucher"),
  /** Submitted and 办结 now; the platform itself decides. */
  INSTANT_FILING("InstantFiling"),
  /** 已受理 with a due date, or 已收件 where a window must still see the originals. */
  ACCEPTANCE("Acceptance"),
  /** The terminal cannot do it; it prints the 一次性告知单. */
  GUIDANCE("Guidance");

  private final String key;

  Ending(String key) {
    this.key = key;
  }

  /** The word in packs, exports and the HTTP interface. */
  public String key() {
    return key;
  }
}
