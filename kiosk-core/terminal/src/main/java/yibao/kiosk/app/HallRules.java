package yibao.kiosk.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.telemetry.DefaultsTaker;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Happening.DefaultsAnswered.Outcome;
import yibao.telemetry.Message;

/**
 * Goes by the hall's defaults from the next start on, and makes that start when nobody is at the
 * terminal.
 */
final class HallRules implements DefaultsTaker {
  private static final Logger LOG = System.getLogger(HallRules.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Longer than a hall is open; after that they hold from the next start, whenever that is. */
  private static final Duration PATIENCE = Duration.ofHours(12);

  private final ConfigInUse config;
  private final Timekeeper time;
  private final BooleanSupplier nobodyHere;
  private final AuditTrail audit;
  private final Optional<Runnable> restart;

  /**
   * @param restart ends this program so that its manager starts it anew; empty where nobody would
   */
  HallRules(
      ConfigInUse config,
      Timekeeper time,
      BooleanSupplier nobodyHere,
      AuditTrail audit,
      Optional<Runnable> restart) {
    this.config = config;
    this.time = time;
    this.nobodyHere = nobodyHere;
    this.audit = audit;
    this.restart = restart;
  }

  @Override
  public Optional<Outcome> take(Message.Defaults sealed, HallDefaults defaults) {
    if (config.says(defaults)) {
      return Optional.empty();
    }
    Optional<String> wrong = config.take(sealed, defaults);
    Outcome outcome = wrong.isEmpty() ? Outcome.taken : Outcome.refused;
    audit.note(
        new AuditEntry(
            AuditEntry.Role.TERMINAL, "hall.defaults", Optional.empty(), outcome.name()));
    if (wrong.isEmpty()) {
      restart.ifPresent(end -> whenIdle(end, PATIENCE.dividedBy(LOOK)));
    } else {
      LOG.log(
          Level.WARNING,
          "[defaults.unusable] the hall''s defaults {0} cannot be used",
          defaults.number());
    }
    return Optional.of(outcome);
  }

  /** What became of them is told meanwhile. */
  private void whenIdle(Runnable end, long looks) {
    if (looks > 0) {
      time.after(LOOK, () -> Thread.startVirtualThread(() -> look(end, looks)));
    }
  }

  private void look(Runnable end, long looks) {
    if (nobodyHere.getAsBoolean()) {
      end.run();
    } else {
      whenIdle(end, looks - 1);
    }
  }
}
