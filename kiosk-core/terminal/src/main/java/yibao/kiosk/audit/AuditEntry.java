package yibao.kiosk.audit;

import java.util.Optional;

/**
 * Something that was done. None of its parts may hold personal data; what they are made of leaves
 * no room for a name or an address.
 *
 * @param role who did it
 * @param what stable word of the action, e.g. {@code filing.submitted}, {@code
 *     printer.paper-loaded}
 * @param subject what it was done to: a filing's key, a device, a terminal; 1 to 64 letters,
 *     digits, dots, dashes
 * @param outcome stable word of how it ended, e.g. {@code ok}, {@code refused}
 */
public record AuditEntry(Role role, String what, Optional<String> subject, String outcome) {

  /** Who can do something on a terminal. */
  public enum Role {
    /** Somebody in front of the screen. */
    CITIZEN,
    /** Somebody of the hall, signed in. */
    STAFF,
    /** A technician, signed in. */
    TECHNICIAN,
    /** The terminal by itself. */
    TERMINAL
  }

  private static final String WORD = "[a-z0-9][a-z0-9.-]{0,63}";
  private static final String SUBJECT = "[A-Za-z0-9][A-Za-z0-9.-]{0,63}";

  public AuditEntry {
    if (!what.matches(WORD) || !outcome.matches(WORD)) {
      throw new IllegalArgumentException("what and outcome are words of letters, dots and dashes");
    }
    if (subject.isPresent() && !subject.get().matches(SUBJECT)) {
      throw new IllegalArgumentException("a subject is one word of letters, digits, dots, dashes");
    }
  }
}
