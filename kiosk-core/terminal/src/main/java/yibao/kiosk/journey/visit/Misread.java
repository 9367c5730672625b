package yibao.kiosk.journey.visit;

/**
 * An answer whose shape is not the one the step asks for: a fault of the screen, not of the
 * citizen.
 */
public final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Names what was wrong.
   *
   * @param field the member of the answer
   * @param shape the shape it should have had
   */
  public Misread(String field, String shape) {
    super("answer." + field + " must be " + shape);
    this.field = field;
  }

  /** The member of the answer. */
  public String field() {
    return field;
  }
}
