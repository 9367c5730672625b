package yibao.kiosk.app;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import yibao.kiosk.audit.Anchor;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditFault;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.ClockWitness;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.platform.Witness;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.StoreFault;

/**
 * Has the province keep the end of the audit record once a day, so that whoever has this disk
 * cannot cut the record off or write it anew unnoticed.
 */
final class AuditAnchoring implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AuditAnchoring.class.getName());
  private static final String LAST_DAY = "audit.anchored";
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration EVERY = Duration.ofHours(1);

  private final AuditTrail audit;
  private final Witness witness;
  private final Timekeeper time;
  private final ClockWitness clock;
  private final ZoneId zone;
  private final Memory memory;
  private final Executor threads;

  private boolean closed;
  private Timekeeper.Alarm next = () -> {};

  /**
   * Puts the parts together.
   *
   * @param clock no day is named while it is in doubt
   * @param memory knows on which day the record was anchored last
   * @param threads runs the work, which may block
   */
  AuditAnchoring(
      AuditTrail audit,
      Witness witness,
      Timekeeper time,
      ClockWitness clock,
      ZoneId zone,
      Memory memory,
      Executor threads) {
    this.audit = audit;
    this.witness = witness;
    this.time = time;
    this.clock = clock;
    this.zone = zone;
    this.memory = memory;
    this.threads = threads;
  }

  /** Begins; looks every hour whether today's anchor is kept. */
  void start() {
    order(FIRST);
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
  }

  private synchronized void order(Duration delay) {
    if (!closed) {
      next = time.after(delay, () -> threads.execute(this::look));
    }
  }

  private void look() {
    try {
      String today = LocalDate.ofInstant(time.instant(), zone).toString();
      if (clock.doubt().isEmpty() && !memory.recall(LAST_DAY).equals(Optional.of(today))) {
        anchor(today);
      }
    } catch (StoreFault | AuditFault fault) {
      LOG.log(
          System.Logger.Level.ERROR,
          "[audit.not-anchored] the audit record is not anchored",
          fault);
    } finally {
      order(EVERY);
    }
  }

  private void anchor(String today) {
    Anchor end = audit.end();
    switch (witness.keep(new Witness.Point(end.number(), end.hash()))) {
      case Reply.Answered<Witness.Point> _ -> {
        memory.remember(LAST_DAY, today);
        note("audit.anchored", "ok");
      }
      case Reply.Refused<Witness.Point> _ -> {
        // Asked again tomorrow; that it was refused is itself to be found in the record.
        memory.remember(LAST_DAY, today);
        note("audit.anchored", "refused");
      }
      case Reply.Unreachable<Witness.Point> _ -> {}
    }
  }

  private void note(String what, String outcome) {
    audit.note(new AuditEntry(Role.TERMINAL, what, Optional.empty(), outcome));
  }
}
