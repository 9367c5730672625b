package yibao.telemetry.condition;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a terminal is, on the whole; the worst last. */
public enum Condition {
  /** It serves and wants nothing. */
  OK("ok"),
  /** It serves; somebody should look. */
  ATTENTION("attention"),
  /** It is there and cannot serve. */
  OUT_OF_ORDER("outOfOrder"),
  /** Nothing is heard of it. */
  OFFLINE("offline");

  private final String word;

  Condition(String word) {
    this.word = word;
  }

  /** The word in the HTTP interfaces. */
  @JsonValue
  public String word() {
    return word;
  }
}
