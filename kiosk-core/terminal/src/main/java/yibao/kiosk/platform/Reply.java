package yibao.kiosk.platform;

/**
 * How asking the platform ended.
 *
 * @param <T> what was asked for
 */
public sealed interface Reply<T> {

  /** The platform answered. */
  record Answered<T>(T value) implements Reply<T> {}

  /**
   * The platform refused the question.
   *
   * @param code the platform's stable code
   * @param words its own words, fit for staff; citizens get our sentence for the code
   */
  record Refused<T>(String code, String words) implements Reply<T> {}

  /**
   * No usable answer: not reached, too late, or not understood.
   *
   * @param cause stable code of the fault, e.g. {@code platform.timeout}
   */
  record Unreachable<T>(String cause) implements Reply<T> {}
}
