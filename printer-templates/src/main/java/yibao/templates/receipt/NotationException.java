package yibao.templates.receipt;

/**
 * A line that is not in the receipt notation. The message gives the line's number, not its text.
 */
public final class NotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String problem;

  NotationException(int line, String problem) {
    super("第 " + line + " 行：" + problem);
    this.line = line;
    this.problem = problem;
  }

  /** The line of the filled-in text, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong with it. */
  public String problem() {
    return problem;
  }
}
