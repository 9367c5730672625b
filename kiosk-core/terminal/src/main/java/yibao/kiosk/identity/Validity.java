package yibao.kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a document is valid.
 *
 * @param from first day
 * @param until last day; empty for 长期
 */
public record Validity(LocalDate from, Optional<LocalDate> until) {
  /** Whether the document has expired before a day. */
  public boolean expiredOn(LocalDate day) {
    return until.map(day::isAfter).orElse(false);
  }

  /** Whether the document is valid on a day. */
  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !expiredOn(day);
  }
}
