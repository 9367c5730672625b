package yibao.kiosk.platform;

/**
 * An answer lacks a field or writes it in a way nobody can read; names the field, never its value.
 */
final class NotUnderstood extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotUnderstood(String field) {
    super(field, null, false, false);
  }
}
