package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;

/** How one transaction ended. */
sealed interface Ending {

  /** Done. */
  record Done(JsonNode output) implements Ending {
    @Override
    public String toString() {
      return "Done";
    }
  }

  /**
   * The platform answered with a code that is no success.
   *
   * @param output what came along, e.g. the filing in the way
   */
  record Refused(String code, String words, JsonNode output) implements Ending {
    @Override
    public String toString() {
      return "Refused[" + code + "]";
    }
  }

  /** The platform certainly did nothing. */
  record NotSent(String cause) implements Ending {}

  /** Nobody can say what the platform did. */
  record Unknown(String cause) implements Ending {}
}
