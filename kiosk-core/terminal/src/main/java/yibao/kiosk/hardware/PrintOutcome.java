package yibao.kiosk.hardware;

/** What is known of a receipt after it was sent to the printer. */
public sealed interface PrintOutcome {

  /** The printer said that it is on paper. */
  record Printed() implements PrintOutcome {}

  /**
   * Nothing was printed.
   *
   * @param code stable code of why, e.g. {@code paper-out}
   */
  record NotPrinted(String code) implements PrintOutcome {}

  /**
   * It stopped in the middle.
   *
   * @param code stable code of why
   */
  record Partly(String code) implements PrintOutcome {}

  /**
   * The printer did not say; somebody must look at the paper.
   *
   * @param code stable code of what was missing
   */
  record Unknown(String code) implements PrintOutcome {}
}
