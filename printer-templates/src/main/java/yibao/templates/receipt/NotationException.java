package yibao.templates.receipt;

/**
 * A line that is not in the receipt notation. The message gives the line's number, not its text.
 */
public final class NotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotationException(int line, String problem) {
    super("第 " + line + " 行：" + problem);
  }
}
