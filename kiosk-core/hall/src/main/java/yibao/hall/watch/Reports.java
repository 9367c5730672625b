package yibao.hall.watch;

import java.util.Optional;
import java.util.Set;
import yibao.telemetry.Happening;
import yibao.telemetry.condition.Finding;
import yibao.telemetry.condition.Finding.Severity;

/** Which reports raise an alarm until staff clear it. */
final class Reports {
  private static final Set<String> OF_REPORTS =
      Set.of(
          "filings-wait",
          "day-differs",
          "store-fault",
          "print-unknown",
          "order-forged",
          "defaults-refused");

  private Reports() {}

  /** Whether a finding comes and goes with the terminal's state. */
  static boolean isOfState(Finding finding) {
    return !OF_REPORTS.contains(finding.code());
  }

  static Optional<Finding> finding(Happening happening) {
    return switch (happening) {
      case Happening.FilingsWaitTooLong _ ->
          Optional.of(Finding.of("filings-wait", Severity.WARNING));
      case Happening.DayDiffers _ -> Optional.of(Finding.of("day-differs", Severity.WARNING));
      case Happening.StoreFault _ -> Optional.of(Finding.of("store-fault", Severity.CRITICAL));
      case Happening.PrintUnknown(String device, _) ->
          Optional.of(Finding.of("print-unknown", device, Severity.WARNING));
      case Happening.OrderForged _ -> Optional.of(Finding.of("order-forged", Severity.CRITICAL));
      case Happening.DefaultsAnswered(_, var outcome) ->
          outcome == Happening.DefaultsAnswered.Outcome.taken
              ? Optional.empty()
              : Optional.of(Finding.of("defaults-refused", Severity.WARNING));
      case Happening.DeviceChanged _,
          Happening.VisitEnded _,
          Happening.Counted _,
          Happening.LogPulled _,
          Happening.OrderAnswered _ ->
          Optional.empty();
    };
  }
}
