package yibao.demo.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of the crash test; {@code deploy/kiosk chaos} is the long one. */
class ChaosTest {
  private static final int KILLS = 12;

  @TempDir Path directory;

  @Test
  void afterKillsAtRandomPointsNothingIsLostAndNothingIsDoubled() throws Exception {
    Chaos.Report report =
        new Chaos(directory, Path.of("../provinces/sandbox.yaml"), 7).run(KILLS, () -> {});
    assertEquals(KILLS, report.kills());
    assertEquals(List.of(), report.books().lost());
    assertEquals(List.of(), report.books().doubled());
    assertEquals(List.of(), report.books().differing());
    assertEquals(List.of(), report.books().unanswered());
    assertTrue(report.books().ledger() > 0, "something was filed");
    assertTrue(report.books().scans() > 0, "with papers");
  }
}
