package yibao.kiosk.filing;

import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingState;

/** What a citizen can be told at the moment 提交 has been answered, or has not. */
public sealed interface SubmitOutcome {

  /**
   * 已办结 on the spot.
   *
   * @param number the platform's number 受理号
   */
  record Finished(String number) implements SubmitOutcome {}

  /**
   * The platform has it and goes on with it.
   *
   * @param number the platform's number 受理号
   * @param state where it stands there, e.g. 已受理, 已收件, 退回补正
   */
  record Accepted(String number, FilingState state) implements SubmitOutcome {}

  /** An earlier filing stands in the way; this one was not taken. */
  record AlreadyFiled(EarlierFiling earlier) implements SubmitOutcome {}

  /**
   * The platform will not take it.
   *
   * @param code stable code
   * @param words the platform's own words, empty where it had none
   */
  record Refused(String code, String words) implements SubmitOutcome {}

  /**
   * 待确认: sent, and no answer came. The terminal goes on asking; the citizen must not submit again.
   */
  record Unconfirmed(Filing filing) implements SubmitOutcome {}

  /**
   * Kept safely on this terminal and certainly not sent yet; the terminal goes on trying. Only this
   * terminal knows of it.
   */
  record NotSentYet(Filing filing) implements SubmitOutcome {}

  /**
   * Kept safely on this terminal, not sent, and not to be sent before staff have seen to it. Only
   * this terminal knows of it.
   */
  record Parked(Filing filing) implements SubmitOutcome {}

  /**
   * The terminal did not take it; nothing was written and nothing will be sent.
   *
   * @param cause stable code, as {@link Filings#closedBecause} gives it
   */
  record NotTaken(String cause) implements SubmitOutcome {}

  /** What a filing's standing means to the one who submitted it. */
  static SubmitOutcome of(Filing filing) {
    return switch (filing.state()) {
      case SUBMITTED -> new NotSentYet(filing);
      case UNCONFIRMED -> new Unconfirmed(filing);
      case PARKED -> new Parked(filing);
      case FINISHED -> new Finished(filing.number().orElse(""));
      case RECEIVED, ACCEPTED, IN_REVIEW, PAYING, RETURNED, WITHDRAWN ->
          new Accepted(filing.number().orElse(""), filing.state());
      case REFUSED ->
          filing
              .earlier()
              .<SubmitOutcome>map(AlreadyFiled::new)
              .orElseGet(() -> new Refused(filing.cause().orElse(""), filing.words().orElse("")));
    };
  }
}
