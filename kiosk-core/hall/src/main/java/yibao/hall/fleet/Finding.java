package yibao.hall.fleet;

import java.util.Optional;

/**
 * Something that is wrong with a terminal.
 *
 * @param code stable word: {@code offline, closed, no-reader, device, paper-low, paper-out,
 *     paper-jammed, filings-parked, filings-wait, day-differs, store-fault, print-unknown,
 *     order-forged, defaults-refused, help-call}
 * @param device which device, where it is one's
 * @param severity how soon somebody should look
 */
public record Finding(String code, Optional<String> device, Severity severity) {

  /** Somebody at the terminal calls for staff and waits. */
  public static final String HELP_CALL = "help-call";

  /** How soon somebody should look. */
  public enum Severity {
    /** Citizens cannot be served, or one waits for help. */
    CRITICAL("critical"),
    /** Soon something will not work, or one thing does not. */
    WARNING("warning"),
    /** Good to know. */
    NOTE("note");

    private final String word;

    Severity(String word) {
      this.word = word;
    }

    /** The word in the HTTP interface. */
    public String word() {
      return word;
    }
  }

  /** About the terminal as a whole. */
  public static Finding of(String code, Severity severity) {
    return new Finding(code, Optional.empty(), severity);
  }

  /** About a device. */
  public static Finding of(String code, String device, Severity severity) {
    return new Finding(code, Optional.of(device), severity);
  }
}
