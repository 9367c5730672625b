package yibao.kiosk.app.doctor;

/**
 * One thing that was looked at.
 *
 * @param verdict how it is
 * @param what what was looked at, in a few words
 * @param found what was found
 * @param remedy what to do; empty where nothing is to be done
 */
public record Finding(Verdict verdict, String what, String found, String remedy) {

  /** How something is. */
  public enum Verdict {
    /** As it should be. */
    GOOD("正常"),
    /** Works today, and somebody should look after it. */
    WARNING("注意"),
    /** Keeps the terminal from working. */
    FAULT("问题");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** As printed. */
    public String label() {
      return label;
    }
  }

  /** Makes one. */
  public static Finding good(String what, String found) {
    return new Finding(Verdict.GOOD, what, found, "");
  }

  /** Makes one. */
  public static Finding warning(String what, String found, String remedy) {
    return new Finding(Verdict.WARNING, what, found, remedy);
  }

  /** Makes one. */
  public static Finding fault(String what, String found, String remedy) {
    return new Finding(Verdict.FAULT, what, found, remedy);
  }

  /** A line for people; the remedy on a line of its own. */
  public String text() {
    String line = "[%s] %s：%s".formatted(verdict.label(), what, found);
    return remedy.isEmpty() ? line : line + System.lineSeparator() + "       → " + remedy;
  }
}
