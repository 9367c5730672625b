package yibao.kiosk.journey.visit;

import java.time.Instant;

/**
 * Somebody of the staff has seen something with their own eyes 见证.
 *
 * @param what id of the region's rule
 * @param by their staff number
 * @param at when they said so
 */
public record Witnessed(String what, String by, Instant at) {

  /** Name under which it is sent with a filing. */
  public static final String FIELD = "witnessed";

  /** As it is sent: what was seen and by whom. */
  public String onFiling() {
    return what + "@" + by;
  }
}
