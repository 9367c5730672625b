package yibao.kiosk.paper;

/**
 * Keeps a record of every numbered document that was made and of every print, without anything of
 * the person.
 */
public interface IssueLog {

  /**
   * A document was made. Called once for each number, before any copy comes out.
   *
   * @param template the paper's name, such as {@code insured-certificate}
   * @param number its number
   */
  void issued(String template, String number);

  /**
   * A paper was sent to a printer or a phone.
   *
   * @param outcome how that ended: {@code printed}, {@code not-printed}, {@code partly}, {@code
   *     unknown}, {@code taken}
   */
  void cameOut(Paper paper, String outcome);
}
