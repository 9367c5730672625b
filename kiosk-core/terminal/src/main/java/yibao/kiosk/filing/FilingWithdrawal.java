package yibao.kiosk.filing;

import java.util.List;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.Withdrawals;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.StoreFault;

/**
 * Takes filings back 撤回 while the citizen stands there. It is asked once and never kept for later:
 * a filing must not vanish after its owner has gone home with another answer.
 */
public final class FilingWithdrawal {

  private static final String NOT_OFFERED = "platform.not-offered";

  private final Withdrawals platform;
  private final FilingJournal journal;
  private final List<FilingObserver> observers;

  /**
   * Takes filings back.
   *
   * @param journal learns that a filing of this terminal's is withdrawn
   * @param observers hear of every try
   */
  public FilingWithdrawal(
      Withdrawals platform, FilingJournal journal, List<FilingObserver> observers) {
    this.platform = platform;
    this.journal = journal;
    this.observers = List.copyOf(observers);
  }

  /**
   * Asks for a filing back; blocks for a bounded time.
   *
   * @param certificateNumber document number of the person it is for
   */
  public WithdrawalOutcome withdraw(FilingOnRecord filing, String certificateNumber) {
    WithdrawalOutcome outcome = outcome(platform.withdraw(filing.number(), certificateNumber));
    tell(new FilingEvent.WithdrawalAsked(filing.number(), code(outcome)));
    if (outcome instanceof WithdrawalOutcome.Withdrawn) {
      filing.key().ifPresent(key -> writeDown(key, filing.number()));
    }
    return outcome;
  }

  /** Otherwise the day's comparison would find a difference that is none. */
  private void writeDown(FilingKey key, String number) {
    try {
      if (journal.trace(key).isPresent()) {
        journal.correct(key, FilingState.WITHDRAWN, number);
      }
    } catch (StoreFault fault) {
      // It is withdrawn, written down here or not.
      tell(new FilingEvent.JournalFault(key, fault.code()));
    }
  }

  private void tell(FilingEvent event) {
    observers.forEach(observer -> observer.heard(event));
  }

  private static WithdrawalOutcome outcome(FilingReply reply) {
    return switch (reply) {
      case FilingReply.Taken(_, FilingState state) ->
          state == FilingState.WITHDRAWN
              ? new WithdrawalOutcome.Withdrawn()
              : new WithdrawalOutcome.StandsAt(state);
      case FilingReply.Refused(String code, String words) ->
          code.equals(Withdrawals.TOO_LATE)
              ? new WithdrawalOutcome.TooLate(words)
              : new WithdrawalOutcome.Refused(code, words);
      case FilingReply.NotThere _ -> new WithdrawalOutcome.NotThere();
      case FilingReply.NotSent(String cause) ->
          cause.equals(NOT_OFFERED)
              ? new WithdrawalOutcome.NotOffered()
              : new WithdrawalOutcome.NotSent(cause);
      case FilingReply.CannotSend _ -> new WithdrawalOutcome.NotOffered();
      case FilingReply.Unknown(String cause) -> new WithdrawalOutcome.Unconfirmed(cause);
      case FilingReply.AlreadyFiled _ ->
          new WithdrawalOutcome.Unconfirmed("platform.not-understood");
    };
  }

  private static String code(WithdrawalOutcome outcome) {
    return switch (outcome) {
      case WithdrawalOutcome.Withdrawn _ -> "withdrawn";
      case WithdrawalOutcome.StandsAt(FilingState state) -> "stands-at." + state.name();
      case WithdrawalOutcome.TooLate _ -> "too-late";
      case WithdrawalOutcome.Refused(String code, _) -> "refused." + code;
      case WithdrawalOutcome.NotThere _ -> "not-there";
      case WithdrawalOutcome.NotOffered _ -> "not-offered";
      case WithdrawalOutcome.NotSent(String cause) -> "not-sent." + cause;
      case WithdrawalOutcome.Unconfirmed(String cause) -> "unconfirmed." + cause;
    };
  }
}
