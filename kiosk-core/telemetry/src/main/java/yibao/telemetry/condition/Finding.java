package yibao.telemetry.condition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Something that is wrong with a terminal.
 *
 * @param code stable word: {@code offline, closed, no-reader, device, paper-low, paper-out,
 *     paper-jammed, filings-parked, filings-wait, day-differs, store-fault, print-unknown,
 *     order-forged, defaults-refused, help-call, devices-changed, not-ready}
 * @param device which device, where it is one's
 * @param severity how soon somebody should look
 */
public record Finding(String code, Optional<String> device, Severity severity) {

  /** Somebody at the terminal calls for staff and waits. */
  public static final String HELP_CALL = "help-call";

  /** Something is plugged in that no technician accepted; it may keep what it reads. */
  public static final String DEVICES_CHANGED = "devices-changed";

  /** The self-test before opening found a fault. */
  public static final String NOT_READY = "not-ready";

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

    /** The word in the HTTP interfaces. */
    @JsonValue
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
