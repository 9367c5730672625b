package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 异地长期居住人员备案, from the first touch to the receipt, in Chromium. */
class RelocationTest {

  @TempDir private Path data;

  @Test
  void a_commitment_is_read_and_signed_and_the_filing_finished_on_the_spot() throws Exception {
    Path home = data.resolve("kiosk");
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", home)) {
      Hall hall = new Hall(kiosk.address());
      try (Touchscreen screen =
          new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "relocation")) {
        whenTheFormIsFilledIn(screen, hall, "qh-employee");

        screen.headed("承诺书");
        screen.picture("commitment");
        screen.tapText("我已阅读");
        screen.tap("下一步");
        screen.headed("请签名");
        screen.signOn("canvas");
        screen.picture("signed");
        screen.tap("下一步");

        whenItIsHandedIn(screen);
        thenThePageRemembersNothing(screen);
        hall.takeCard();
        assertEquals(List.of(), screen.complaints());
      }
      assertEquals("[]", hall.text("sim/printer/complaints"));
      Leftovers.of("马文轩", "630101", "13900000001").assertNoneIn(home);
      Leftovers.of("马文轩", "13900000001").assertNotIn(kiosk.log());
    }
  }

  @Test
  void a_region_that_asks_for_no_commitment_gets_none() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("pingdingshan", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.LANDSCAPE, "relocation")) {
      whenTheFormIsFilledIn(screen, new Hall(kiosk.address()), "pds-employee");

      whenItIsHandedIn(screen);
    }
  }

  /** From the welcome to the page that is reviewed next. */
  static void whenTheFormIsFilledIn(Touchscreen screen, Hall hall, String person) {
    screen.tap("触摸屏幕");
    screen.findAndTap("异地长期居住人员备案");
    screen.headed("备案要怎么办");
    screen.picture("which");
    screen.tap("新办备案");
    screen.tap("开始办理");
    screen.headed("请出示");
    hall.layCard(person);
    screen.tapExactly("是我");
    screen.headed("您要到哪里看病");
    screen.picture("place");
    screen.findAndTap("上海市");
    screen.headed("从哪一天开始");
    screen.picture("begin");
    screen.tap("下一步");
    screen.headed("到哪一天结束");
    screen.tap("长期有效");
    screen.headed("您在外地住在哪里");
    screen.write("beijinglu", "北京路");
    screen.write("zhongxin", "中心");
    screen.picture("address");
    screen.tap("下一步");
    screen.headed("您的手机号是多少");
    screen.picture("phone");
    screen.tap("下一步");
  }

  private void whenItIsHandedIn(Touchscreen screen) {
    screen.headed("请核对");
    screen.picture("review");
    screen.tap("确认提交");
    screen.headed("已办结");
    screen.picture("result");
    screen.tap("打印回执");
    screen.headed("已打印");
    screen.headed("请评价");
    screen.picture("printed");
    screen.tap("不评价");
    screen.headed("请拿走证件");
    screen.picture("goodbye");
  }

  private static void thenThePageRemembersNothing(Touchscreen screen) {
    Object kept =
        screen
            .page()
            .evaluate(
                "async () => [localStorage.length, sessionStorage.length, document.cookie.length,"
                    + " (await indexedDB.databases()).length, (await caches.keys()).length]"
                    + ".join()");
    assertEquals("0,0,0,0,0", kept);
    assertFalse(screen.words().contains("北京路"));
    assertTrue(
        Set.copyOf(screen.requests()).stream()
            .noneMatch(url -> url.matches(".*(1[3-9]\\d{9}|\\d{17}).*")));
  }
}
