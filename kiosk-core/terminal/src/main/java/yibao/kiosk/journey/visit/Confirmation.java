package yibao.kiosk.journey.visit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/**
 * The end of one's own document number, entered by whoever cannot write on the glass 不便手写. Not a
 * signature: what is kept says that nothing was written.
 *
 * @param at when it was entered
 */
public record Confirmation(Instant at) implements Signature {

  /** So many of the last characters are asked for. */
  public static final int LENGTH = 4;

  /** Reads what was entered. */
  public static String read(JsonNode answer) {
    String entered = answer.path("confirmed").asText("");
    if (!entered.matches("[0-9A-Za-z]{" + LENGTH + "}")) {
      throw new Misread("confirmed", LENGTH + " characters");
    }
    return entered.toUpperCase(Locale.ROOT);
  }

  @Override
  public String json() {
    return "{\"confirmed\":\"document-number-end\",\"at\":\"" + at + "\"}";
  }
}
