package yibao.kiosk.app.setup;

import java.util.List;
import java.util.stream.Collectors;
import yibao.kiosk.app.doctor.Finding;
import yibao.kiosk.app.setup.SetupBook.Verdict;

/**
 * What the machine found.
 *
 * @param verdict how a check ended
 * @param said what was found, for people
 */
public record Found(Verdict verdict, String said) {

  /** It holds. */
  public static Found pass(String said) {
    return new Found(Verdict.PASS, said);
  }

  /** It does not. */
  public static Found fail(String said) {
    return new Found(Verdict.FAIL, said);
  }

  /** This terminal has no such thing. */
  public static Found absent() {
    return new Found(Verdict.ABSENT, "配置里没有");
  }

  /** What doctor says; a warning is no failure, and is told. */
  public static Found of(List<Finding> findings) {
    boolean bad = findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAULT);
    return new Found(
        bad ? Verdict.FAIL : Verdict.PASS,
        findings.stream().map(Found::line).collect(Collectors.joining("\n")));
  }

  private static String line(Finding finding) {
    return finding.remedy().isEmpty() ? finding.found() : finding.found() + "。" + finding.remedy();
  }
}
