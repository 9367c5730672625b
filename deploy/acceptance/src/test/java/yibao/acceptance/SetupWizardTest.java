package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A technician sets the terminal up with a finger, all ten steps, and hands the hall its report.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SetupWizardTest {

  /** A cross of the touch step lies at these shares of the glass. */
  private static final double[][] CROSSES = {
    {0.08, 0.06}, {0.92, 0.06}, {0.5, 0.5}, {0.08, 0.94}, {0.92, 0.94}
  };

  private static final Map<Integer, ManualPicture> SHOWN =
      Map.of(
          1, ManualPicture.SETUP_SITE,
          3, ManualPicture.SETUP_SCREEN,
          5, ManualPicture.SETUP_DEVICES,
          10, ManualPicture.SETUP_ACCEPTANCE);

  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(Touchscreen.Panel.class)
  void ten_steps_by_touch_end_in_a_report(Touchscreen.Panel panel) throws Exception {
    boolean inManual = panel == Touchscreen.Panel.LANDSCAPE;
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address().resolve("tech"), panel, "setup-wizard")) {
      Hall hall = new Hall(kiosk.address());
      screen.reads("技术员用自己的工号和口令登录");
      if (inManual) {
        ManualPicture.SETUP_DOOR.of(screen);
      }
      signIn(screen);
      for (int step = 1; step <= 10; step++) {
        screen.reads("第 " + step + " 步，共 10 步");
        if (inManual && SHOWN.containsKey(step)) {
          SHOWN.get(step).of(screen);
        }
        if (step == 10) {
          write(screen, "signed.technician", "t1");
          write(screen, "signed.hall", "h2");
          screen.tapExactly("保存");
          screen.reads("已保存");
        }
        see(screen, hall);
        screen.picture("step-" + step);
        if (step < 10) {
          screen.tapExactly("下一步");
        }
      }
      assertEquals(
          List.of("10 验收\n没做完"),
          screen.page().locator("nav button.open").allInnerTexts(),
          "each step before has all its results");
      screen.tapExactly("验收");
      screen.reads("验收合格");
      assertEquals(0, screen.page().locator("nav button.open").count());
      screen.tapExactly("打印验收报告");
      screen.reads("打印机确认已印出");
      screen.tapExactly("验收报告（PDF）");
      screen.reads("打开验收报告");
      screen.picture("accepted");
      String report = text(report(screen));
      for (String told : List.of("验收报告", "t1", "h2", "触摸", "通过", "不适用")) {
        assertTrue(report.contains(told), told + " in\n" + report);
      }

      screen.page().reload();
      screen.reads("技术员用自己的工号和口令登录");
      signIn(screen);
      screen.reads("第 1 步，共 10 步");
      Locator kept = screen.page().locator("main li").first();
      assertEquals("pass", kept.getAttribute("class"), "a result stays");
      screen.tapExactly("再查一次");
      kept.locator("strong", new Locator.LocatorOptions().setHasText("通过")).waitFor();
      assertEquals(List.of(), screen.complaints());
    }
  }

  private static void signIn(Touchscreen screen) {
    screen.type("number", "tech");
    screen.type("password", "demo-technician");
    screen.tapExactly("登录");
  }

  /** Gives every check of the step a result, as somebody who stands before the machine would. */
  private static void see(Touchscreen screen, Hall hall) throws Exception {
    Locator checks = screen.page().locator("main li");
    for (int at = 0; at < checks.count(); at++) {
      Locator check = checks.nth(at);
      String what = check.locator("h3").innerText();
      if (button(check, "开始").count() > 0) {
        button(check, "开始").tap();
        touchTheGlass(screen);
        check.getByText("最大偏差").waitFor();
        assertEquals("pass", check.getAttribute("class"), what);
      } else if (button(check, "通过").count() > 0) {
        tap(screen, button(check, "通过"));
        check.locator("strong").waitFor();
      } else {
        tap(screen, button(check, "检查"));
        if (what.contains("放一张卡")) {
          hall.layCard("qh-employee");
        } else if (what.contains("插一张卡")) {
          hall.call("POST", "sim/ss-card", "{\"person\":\"qh-employee\"}");
        } else if (what.contains("二维码")) {
          hall.call("POST", "sim/scan", "{\"text\":\"TEST\"}");
        }
        check.locator("strong").waitFor();
        hall.takeCard();
        // What this demonstration's machine has not got.
        if (!"pass".equals(check.getAttribute("class"))) {
          tap(screen, button(check, "不适用"));
          check.locator("strong", new Locator.LocatorOptions().setHasText("不适用")).waitFor();
        }
      }
    }
  }

  private static Locator button(Locator within, String words) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
  }

  private static void tap(Touchscreen screen, Locator target) {
    // The screen takes no finger that is quicker than a person after a change.
    screen.page().waitForTimeout(500);
    target.tap();
  }

  /** Writes with the keys on the screen. */
  private static void write(Touchscreen screen, String field, String words) {
    tap(screen, screen.page().locator("[id='" + field + "']"));
    words.chars().mapToObj(Character::toString).forEach(screen::press);
    screen.tapExactly("写好了");
  }

  private static void touchTheGlass(Touchscreen screen) {
    double width = screen.page().viewportSize().width;
    double height = screen.page().viewportSize().height;
    for (double[] cross : CROSSES) {
      screen.page().waitForTimeout(200);
      screen.page().touchscreen().tap(cross[0] * width, cross[1] * height);
    }
    CDPSession finger = screen.page().context().newCDPSession(screen.page());
    List<Double> way = new ArrayList<>(List.of(0.12, 0.3, 0.5, 0.7, 0.88));
    touch(finger, "touchStart", way.removeFirst() * width, height / 2);
    way.forEach(x -> touch(finger, "touchMove", x * width, height / 2));
    // A finger that leaves the glass while it moves flings the page.
    screen.page().waitForTimeout(400);
    JsonObject end = new JsonObject();
    end.addProperty("type", "touchEnd");
    end.add("touchPoints", new JsonArray());
    finger.send("Input.dispatchTouchEvent", end);
    finger.detach();
  }

  private static void touch(CDPSession finger, String type, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    points.add(point);
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  /** What a desk's browser gets; a kiosk's opens no file. */
  private static byte[] report(Touchscreen screen) throws IOException {
    Download download =
        screen.page().waitForDownload(() -> screen.page().locator("a[download]").tap());
    return Files.readAllBytes(download.path());
  }

  private static String text(byte[] pdf) throws Exception {
    Path file = Files.write(Path.of("target", "acceptance-report.pdf"), pdf);
    Process process =
        new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text;
  }
}
