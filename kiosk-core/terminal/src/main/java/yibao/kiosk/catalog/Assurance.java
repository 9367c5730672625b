package yibao.kiosk.catalog;

/**
 * How sure it must be who stands there, in ascending order. The lists print nothing of it; it is
 * ours, by what somebody with a found card could do.
 */
public enum Assurance {
  /** They hold a credential. */
  POSSESSION("possession"),
  /**
   * They hold it and know its secret: the card's PIN, or the telephone that shows the e-voucher.
   */
  PIN("pin"),
  /** The certified module has compared their face. */
  FACE("face");

  private final String key;

  Assurance(String key) {
    this.key = key;
  }

  /** The word in packs, exports and the HTTP interface. */
  public String key() {
    return key;
  }

  /** Whether this is at least as sure. */
  public boolean reaches(Assurance wanted) {
    return compareTo(wanted) >= 0;
  }
}
