package yibao.kiosk.app;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import yibao.kiosk.audit.AuditEntry;
import yibao.kiosk.audit.AuditEntry.Role;
import yibao.kiosk.audit.AuditFault;
import yibao.kiosk.audit.AuditTrail;
import yibao.kiosk.filing.FilingEvent;
import yibao.kiosk.filing.FilingObserver;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/** Writes what happens to filings into the audit record. */
final class FilingAudit implements FilingObserver {
  private static final System.Logger LOG = System.getLogger(FilingAudit.class.getName());

  private final AuditTrail audit;

  FilingAudit(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public void heard(FilingEvent event) {
    try {
      audit.note(entry(event));
    } catch (AuditFault fault) {
      // A filing that the province has taken stands, recorded or not.
      LOG.log(
          System.Logger.Level.ERROR,
          "[audit.not-written] the audit record was not written: {0}",
          fault.code());
    }
  }

  private static AuditEntry entry(FilingEvent event) {
    return switch (event) {
      case FilingEvent.Changed changed ->
          new AuditEntry(
              changed.state() == FilingState.SUBMITTED && changed.cause().isEmpty()
                  ? Role.CITIZEN
                  : Role.TERMINAL,
              "filing." + word(changed.state().name()),
              Optional.of(changed.key().value()),
              changed.cause().map(FilingAudit::word).orElse("ok"));
      case FilingEvent.WaitingTooLong waiting -> of("filing.waits-too-long", waiting.oldest());
      case FilingEvent.JournalFault(FilingKey key, String code) ->
          new AuditEntry(Role.TERMINAL, "journal.fault", Optional.of(key.value()), word(code));
      case FilingEvent.WithdrawalAsked(String number, String outcome) ->
          new AuditEntry(Role.CITIZEN, "filing.withdrawal", subject(number), word(outcome));
      case FilingEvent.DayDiffers(LocalDate day, _) ->
          new AuditEntry(Role.TERMINAL, "day.differs", Optional.of(day.toString()), "found");
      case FilingEvent.StoreUnsound _ ->
          new AuditEntry(Role.TERMINAL, "journal.unsound", Optional.empty(), "found");
    };
  }

  private static AuditEntry of(String what, FilingKey key) {
    return new AuditEntry(Role.TERMINAL, what, Optional.of(key.value()), "found");
  }

  /** A province's number may hold anything; the record holds letters and digits of it. */
  private static Optional<String> subject(String number) {
    String plain = number.replaceAll("[^A-Za-z0-9]", "");
    return Optional.of(plain.substring(0, Math.min(64, plain.length()))).filter(s -> !s.isEmpty());
  }

  /** A province's code may hold anything; the record holds words. */
  private static String word(String code) {
    String word = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    String trimmed = word.replaceAll("^[-.]+", "");
    return trimmed.isEmpty() ? "other" : trimmed.substring(0, Math.min(64, trimmed.length()));
  }
}
