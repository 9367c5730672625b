package yibao.devices.idcard;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a card is valid.
 *
 * @param from first day
 * @param until last day; empty for 长期
 */
public record CardValidity(LocalDate from, Optional<LocalDate> until) {
  /** Whether the card is valid on a day. */
  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
