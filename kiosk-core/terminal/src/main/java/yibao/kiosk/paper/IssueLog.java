package yibao.kiosk.paper;

/** Keeps a record of every numbered document that was made, without anything of the person. */
public interface IssueLog {

  /**
   * A document was made. Called once for each number, before any copy comes out.
   *
   * @param template the paper's name, such as {@code insured-certificate}
   * @param number its number
   */
  void issued(String template, String number);
}
