package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.acceptance.Touchscreen.Panel;

/**
 * What a browser keeps of the citizens before its screen. A terminal's browser is incognito and its
 * profile lies in memory; this one keeps all it can on a disk, and still there is nothing to keep.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BrowserProfileTest {

  /** Longer than any warning and countdown together. */
  private static final Duration NOBODY_TOUCHES = Duration.ofMinutes(10);

  /** Longer than somebody who fills in a form may stand still. */
  private static final Duration UNTIL_WARNED = Duration.ofSeconds(125);

  @TempDir private Path folder;

  @Test
  void visits_that_end_by_leaving_by_idling_and_by_a_crash_leave_nothing_in_the_browsers_profile()
      throws Exception {
    Path profile = folder.resolve("profile");
    Leftovers leftovers = Leftovers.of("马文轩", "630102198604129916", "13900000001", "北京路中心", "马*轩");
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", folder.resolve("kiosk"))) {
      Hall hall = new Hall(kiosk.address());
      try (Touchscreen screen =
          Touchscreen.keeping(kiosk.address(), Panel.PORTRAIT, "profile", profile)) {
        RelocationTest.whenTheFormIsFilledIn(screen, hall, "qh-employee");
        screen.headed("承诺书");
        hall.pass(NOBODY_TOUCHES);
        hall.takeCard();
        screen.reads("触摸屏幕");

        RelocationTest.whenTheFormIsFilledIn(screen, hall, "qh-employee");
        screen.headed("承诺书");
        screen.tap("退出");
        screen.tapInDialog("退出");
        hall.takeCard();
        screen.reads("触摸屏幕");
      }
      assertEquals(List.of(), leftovers.in(profile));

      Touchscreen crashing =
          Touchscreen.keeping(kiosk.address(), Panel.PORTRAIT, "profile", profile);
      RelocationTest.whenTheFormIsFilledIn(crashing, hall, "qh-employee");
      crashing.headed("承诺书");
      kill(profile);
      crashing.buried();
      assertEquals(List.of(), leftovers.in(profile));

      try (Touchscreen careless =
          Touchscreen.keeping(kiosk.address(), Panel.PORTRAIT, "profile", profile)) {
        careless.page().evaluate("() => localStorage.setItem('name', '马文轩')");
      }
      assertFalse(leftovers.in(profile).isEmpty(), "the search finds what a page keeps");
    }
  }

  @Test
  void the_warning_names_nobody_and_back_forward_and_reload_lead_to_nobody() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", folder.resolve("kiosk"));
        Touchscreen screen = new Touchscreen(kiosk.address(), Panel.PORTRAIT, "back")) {
      Hall hall = new Hall(kiosk.address());
      RelocationTest.whenTheFormIsFilledIn(screen, hall, "qh-employee");
      screen.headed("承诺书");
      hall.pass(UNTIL_WARNED);
      screen.reads("您还在办理吗");
      assertHoldsNobody(screen.page().locator("dialog[open]").innerText(), "the warning");
      hall.pass(NOBODY_TOUCHES);
      hall.takeCard();
      screen.reads("触摸屏幕");

      for (String move : List.of("back", "forward", "reload")) {
        switch (move) {
          case "back" -> screen.page().goBack();
          case "forward" -> screen.page().goForward();
          default -> screen.page().reload();
        }
        assertHoldsNobody(screen.words(), move);
      }

      screen.reads("触摸屏幕");
      assertEquals(
          0,
          screen
              .page()
              .evaluate(
                  "async () => (await navigator.serviceWorker.getRegistrations()).length"
                      + " + localStorage.length + sessionStorage.length"
                      + " + document.querySelectorAll('input:not([autocomplete=off])').length"));
    }
  }

  private static void assertHoldsNobody(String words, String where) {
    for (String secret : List.of("马文轩", "马*轩", "13900000001", "139****0001", "北京路")) {
      assertFalse(words.contains(secret), where + " shows " + secret);
    }
  }

  /** Chromium notes its process in a link: host-pid. */
  private static void kill(Path profile) throws Exception {
    String owner = Files.readSymbolicLink(profile.resolve("SingletonLock")).toString();
    ProcessHandle browser =
        ProcessHandle.of(Long.parseLong(owner.substring(owner.lastIndexOf('-') + 1))).orElseThrow();
    browser.destroyForcibly();
    browser.onExit().get(30, TimeUnit.SECONDS);
  }
}
