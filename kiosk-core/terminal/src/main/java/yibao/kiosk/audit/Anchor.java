package yibao.kiosk.audit;

import java.util.Optional;

/**
 * One point of the chain, kept where the terminal's disk is not: the hall or the platform. A record
 * that still holds it was neither cut off before it nor rewritten.
 *
 * @param number the entry's number, 1 for the first; 0 for the empty record
 * @param hash its hash, 64 lower-case hexadecimal digits
 */
public record Anchor(long number, String hash) {

  static final Anchor EMPTY = new Anchor(0, "0".repeat(64));

  /** Reads what {@link #toString} wrote. */
  public static Optional<Anchor> parse(String text) {
    return text.matches("[0-9]{1,18}:[0-9a-f]{64}")
        ? Optional.of(
            new Anchor(
                Long.parseLong(text.substring(0, text.indexOf(':'))),
                text.substring(text.indexOf(':') + 1)))
        : Optional.empty();
  }

  /** Number and hash with a colon between. */
  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
