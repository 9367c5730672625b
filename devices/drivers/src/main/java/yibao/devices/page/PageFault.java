package yibao.devices.page;

/** What keeps a page under a camera from being read. */
public enum PageFault {
  /** Too little light. */
  TOO_DARK("too-dark"),
  /** So much light that print fades. */
  TOO_BRIGHT("too-bright"),
  /** Nothing stands out from what it lies on. */
  MISSING("missing"),
  /** A side lies outside the picture. */
  CUT_OFF("cut-off"),
  /** Too small in the picture for its print to be read. */
  TOO_SMALL("too-small"),
  /** A hand, a fold or another paper covers part of it. */
  COVERED("covered"),
  /** A lamp is mirrored in it. */
  GLARE("glare"),
  /** Moving, or out of focus. */
  BLURRED("blurred");

  private final String code;

  PageFault(String code) {
    this.code = code;
  }

  /** Stable key, the same in every language. */
  public String code() {
    return code;
  }
}
