package yibao.kiosk.filing;

import yibao.kiosk.record.FilingState;

/** What a citizen can be told after asking for a filing back 撤回. */
public sealed interface WithdrawalOutcome {

  /** 已撤回: the platform says so. */
  record Withdrawn() implements WithdrawalOutcome {}

  /**
   * The platform answered, and the filing stands elsewhere than at 已撤回.
   *
   * @param state where it stands
   */
  record StandsAt(FilingState state) implements WithdrawalOutcome {}

  /**
   * The platform does not give it back: somebody examines it already, or it is decided.
   *
   * @param words the platform's own words, empty where it had none
   */
  record TooLate(String words) implements WithdrawalOutcome {}

  /**
   * The platform does not do it for another reason, e.g. maintenance; the filing stands as before.
   *
   * @param code the province's code
   * @param words the platform's own words, empty where it had none
   */
  record Refused(String code, String words) implements WithdrawalOutcome {}

  /** The platform has no such filing of this person. */
  record NotThere() implements WithdrawalOutcome {}

  /** This province takes nothing back at a terminal. */
  record NotOffered() implements WithdrawalOutcome {}

  /**
   * The request certainly did not arrive; the filing stands as before.
   *
   * @param cause stable code of the fault
   */
  record NotSent(String cause) implements WithdrawalOutcome {}

  /**
   * The platform did not answer; it may be withdrawn or not. Asking again is safe.
   *
   * @param cause stable code of the fault
   */
  record Unconfirmed(String cause) implements WithdrawalOutcome {}
}
