package yibao.kiosk.record;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Entitlement for a chronic or special outpatient disease 门诊慢特病待遇.
 *
 * @param code national disease code, e.g. M03900
 * @param name e.g. 高血压
 * @param from first day
 * @param to last day; empty while open
 */
public record ChronicEntitlement(String code, String name, LocalDate from, Optional<LocalDate> to) {

  /** Whether it holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
  }

  @Override
  public String toString() {
    return "ChronicEntitlement";
  }
}
