package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Staff at the terminal's own screen, in Chromium: a supervisor registers a card at the reader, its
 * holder signs in with it and a PIN, and changes the paper.
 */
class StaffAtScreenTest {
  private static final String HOLDER = "qh-flexible";

  @TempDir private Path data;

  @Test
  void a_card_is_registered_at_the_reader_and_its_holder_changes_the_paper() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "staff-at-screen");
        Touchscreen supervisor =
            new Touchscreen(
                kiosk.address().resolve("staff"),
                Touchscreen.Panel.LANDSCAPE,
                "staff-at-screen-office")) {
      Hall hall = new Hall(kiosk.address());
      screen.headed("医保业务，自己就能办");

      givenACardRegistered(supervisor, hall, HOLDER);
      screen.headed("医保业务，自己就能办");

      hall.layCard(HOLDER);
      screen.headed("工作人员登录");
      "135790".chars().forEach(digit -> screen.press(Character.toString(digit)));
      screen.tapExactly("下一步");
      screen.reads("还可以再试 4 次");
      screen.picture("pin-wrong");
      "270914".chars().forEach(digit -> screen.press(Character.toString(digit)));
      screen.tapExactly("下一步");
      screen.headed("工作人员操作");
      hall.takeCard();
      screen.picture("desk");

      screen.tap("换凭条纸");
      screen.headed("请打开凭条打印机");
      screen.picture("open");
      hall.printer("{\"paper\":\"out\",\"cover\":\"open\"}");
      screen.tapExactly("下一步");
      screen.headed("请放入新纸卷");
      screen.reads("盖");
      screen.picture("load");
      hall.printer("{\"paper\":\"full\",\"cover\":\"closed\"}");
      screen.reads("打印机：有纸，已合好");
      screen.picture("loaded");
      screen.tapExactly("下一步");
      screen.headed("换的是新纸吗");
      screen.picture("count");
      screen.tapExactly("换了新纸");
      screen.headed("测试条已打印");
      assertTrue(hall.paper().length > 0);
      screen.picture("tested");
      screen.tapExactly("恢复服务");
      screen.reads("换纸完成，本机已恢复服务");
      screen.tapExactly("退出");
      screen.headed("医保业务，自己就能办");

      supervisor.tapExactly("审计记录");
      supervisor.reads("换凭条纸完成");
      assertEquals(List.of(), supervisor.complaints());
      assertEquals(List.of(), screen.complaints());
    }
  }

  /** A supervisor registers this person's card for the staff number {@code demo}. */
  static void givenACardRegistered(Touchscreen supervisor, Hall hall, String holder) {
    supervisor.type("number", "chief");
    supervisor.type("password", "demo-supervisor");
    supervisor.tapExactly("登录");
    supervisor.tapExactly("登录卡");
    supervisor.reads("还没有登记过卡");
    supervisor.type("holder", "demo");
    supervisor.type("pin", "270914");
    supervisor.type("repeated", "270914");
    supervisor.tapExactly("放卡登记");
    supervisor.reads("请在 30 秒内把卡放到终端的读卡器上");
    hall.layCard(holder);
    supervisor.reads("工号 demo 的卡已登记");
    supervisor.picture("registered");
    hall.takeCard();
  }
}
