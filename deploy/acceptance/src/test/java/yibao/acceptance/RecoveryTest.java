package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.acceptance.Touchscreen.Panel;
import yibao.simulators.wire.NetworkRelay;

/** The screen comes back by itself, says what is true, and shows nobody who was there before. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RecoveryTest {

  private static final List<String> OF_WHO_WAS_THERE = List.of("马文轩", "马*轩", "139****0001", "北京路");

  private static final Duration A_MOMENT = Duration.ofMillis(50);

  @TempDir private Path folder;

  @Test
  void a_page_that_crashes_is_replaced_and_the_visit_on_it_is_over_and_said_to_be()
      throws Exception {
    Path home = accepted(folder.resolve("kiosk"));
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", home)) {
      Hall hall = new Hall(kiosk.address());
      try (ScreenSession session =
          ScreenSession.start(kiosk.address(), Files.createDirectory(folder.resolve("session")))) {
        until(hall, "api/health", "screenQuietSeconds");
        hall.layCard("qh-employee");
        until(hall, "api/journey", "马*轩");
        hall.takeCard();

        session.renderers().forEach(ProcessHandle::destroyForcibly);
        long crashed = System.nanoTime();
        until(hall, "api/journey", "visit.screen-lost");

        System.getLogger(RecoveryTest.class.getName())
            .log(System.Logger.Level.INFO, "listens again after " + since(crashed));
        String words = session.words();
        assertTrue(words.contains("屏幕刚才重新启动"), words);
        assertNobody(words);
      }
    }
  }

  @Test
  void a_service_that_is_killed_is_waited_for_and_then_nobody_is_there() throws Exception {
    Path home = folder.resolve("kiosk");
    try (RunningKiosk first = RunningKiosk.start("qinghai", home);
        NetworkRelay line = new NetworkRelay(first.address().getPort()).plugIn();
        Touchscreen screen = new Touchscreen(address(line), Panel.PORTRAIT, "killed")) {
      RelocationTest.whenTheFormIsFilledIn(screen, new Hall(first.address()), "qh-employee");
      screen.headed("承诺书");

      first.kill();
      screen.reads("正在恢复");
      try (RunningKiosk second = RunningKiosk.start("qinghai", home)) {
        line.leadTo(second.address().getPort());
        screen.reads("触摸屏幕");
        assertNobody(screen.words());
        new Hall(second.address()).layCard("qh-pensioner");
        screen.tapExactly("是我");
        screen.reads("祁*生");
      }
    }
  }

  @Test
  void a_stream_that_breaks_and_is_back_goes_on_where_it_was() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", folder.resolve("kiosk"));
        NetworkRelay line = new NetworkRelay(kiosk.address().getPort()).plugIn();
        Touchscreen screen = new Touchscreen(address(line), Panel.PORTRAIT, "broken")) {
      RelocationTest.whenTheFormIsFilledIn(screen, new Hall(kiosk.address()), "qh-employee");
      screen.headed("承诺书");

      line.pull();
      screen.reads("正在恢复");
      line.plugIn();

      screen.loses("正在恢复");
      screen.headed("承诺书");
      screen.tapText("我已阅读");
      screen.tap("下一步");
      screen.headed("请签名");
      assertTrue(screen.words().contains("马*轩"), "it is still their visit");
    }
  }

  private static URI address(NetworkRelay line) {
    return URI.create("http://127.0.0.1:" + line.port() + "/");
  }

  /** The data of a terminal that a technician has accepted; any other greets its technician. */
  private static Path accepted(Path home) throws Exception {
    Path setup = Files.createDirectories(home.resolve("setup"));
    Files.writeString(
        setup.resolve("results.json"),
        "{\"results\":{},\"signed\":{},\"accepted\":\"2026-01-01T00:00:00Z\"}");
    return home;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** Asks until what is answered holds a word. */
  private static void until(Hall hall, String path, String word) {
    while (!hall.text(path).contains(word)) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
  }

  private static void assertNobody(String words) {
    for (String secret : OF_WHO_WAS_THERE) {
      assertFalse(words.contains(secret), () -> secret + " stands in " + words);
    }
  }
}
