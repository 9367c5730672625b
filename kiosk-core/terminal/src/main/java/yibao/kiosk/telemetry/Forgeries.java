package yibao.kiosk.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.telemetry.Happening;

/**
 * Tells of what came where the hall's word comes and was not the hall's. Whoever floods the topic
 * must fill neither the disk nor the hall's list. For one thread.
 */
final class Forgeries {
  private static final Logger LOG = System.getLogger(Forgeries.class.getName());
  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  private final AuditTrail audit;
  private final Timekeeper time;
  private final Consumer<Happening> told;
  private long untold;
  private Optional<Long> toldAt = Optional.empty();

  /**
   * @param told hears of them
   */
  Forgeries(AuditTrail audit, Timekeeper time, Consumer<Happening> told) {
    this.audit = audit;
    this.time = time;
    this.told = told;
  }

  /** One came. */
  void one() {
    untold++;
    long now = time.nanos();
    if (toldAt.filter(at -> now - at < TOLD_EVERY.toNanos()).isEmpty()) {
      toldAt = Optional.of(now);
      LOG.log(Level.WARNING, "[order.forged] what came was not the hall''s; {0} times", untold);
      audit.note(
          new AuditEntry(AuditEntry.Role.TERMINAL, "order.forged", Optional.empty(), "refused"));
      told.accept(new Happening.OrderForged(untold));
      untold = 0;
    }
  }
}
