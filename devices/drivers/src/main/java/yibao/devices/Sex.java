package yibao.devices;

import java.util.Arrays;
import java.util.Optional;

/** Sex as coded on cards (GB/T 2261.1). */
public enum Sex {
  UNKNOWN('0'),
  MALE('1'),
  FEMALE('2'),
  NOT_STATED('9');

  private final char code;

  Sex(char code) {
    this.code = code;
  }

  /** The code on the card. */
  public char code() {
    return code;
  }

  /** The sex a code means; empty for a code the standard does not know. */
  public static Optional<Sex> of(String code) {
    return Arrays.stream(values()).filter(s -> code.equals(String.valueOf(s.code))).findFirst();
  }
}
