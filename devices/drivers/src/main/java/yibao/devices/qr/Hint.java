package yibao.devices.qr;

/**
 * What a person could do so that the next frame reads, judged by what the reader saw. The screens
 * keep the sentences, under {@link #code()}.
 */
public enum Hint {
  /** Nothing that looks like a phone: invite to show one. */
  NOTHING_IN_VIEW("nothing-in-view"),
  /** Too little light: make the display brighter; the camera's lamp helps. */
  TOO_DARK("too-dark"),
  /** Nearly everything is white: hold it further away, turn the lamp off. */
  TOO_BRIGHT("too-bright"),
  /** A lamp is mirrored in the glass: tilt the phone. */
  GLARE("glare"),
  /** A code is there but too small: come closer. */
  TOO_FAR("too-far"),
  /** Smeared or out of focus: hold still, a hand's breadth away. */
  BLURRED("blurred"),
  /** Something like a code is there: keep it in view. */
  HOLD_STILL("hold-still");

  private final String code;

  Hint(String code) {
    this.code = code;
  }

  /** Stable key, the same in every language. */
  public String code() {
    return code;
  }
}
