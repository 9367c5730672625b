package yibao.kiosk.platform;

/** The province's profile has no code for a value of a filing. */
final class NotMapped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param field national name of the field; the value itself may be personal
   */
  NotMapped(String field) {
    super(field);
  }
}
