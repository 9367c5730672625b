package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relocation filing on record is changed one day and cancelled another, in Chromium. */
class ManagedFilingTest {

  @TempDir private Path data;

  @Test
  void what_was_filed_at_a_window_is_changed_here_and_cancelled_on_another_day() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"))) {
      Hall hall = new Hall(kiosk.address());
      try (Touchscreen screen =
          new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "managed-filing")) {
        whenTheFilingIsToBe("变更已有备案", screen, hall);
        screen.headed("您要到哪里看病");
        screen.reads("上海市");
        screen.picture("prefilled");
        screen.tap("下一步");
        screen.headed("从哪一天开始");
        screen.tap("下一步");
        screen.headed("到哪一天结束");
        screen.tap("长期有效");
        screen.headed("您在外地住在哪里");
        screen.reads("梧桐里");
        screen.tap("下一步");
        screen.headed("您的手机号是多少");
        screen.tap("下一步");
        thenItIsDone(screen, "changed");
        hall.takeCard();

        hall.pass(Duration.ofDays(1));

        whenTheFilingIsToBe("取消备案", screen, hall);
        screen.headed("请核对");
        screen.reads("原备案");
        thenItIsDone(screen, "cancelled");
        assertEquals(List.of(), screen.complaints());
      }
    }
  }

  private static void whenTheFilingIsToBe(String matter, Touchscreen screen, Hall hall) {
    screen.tap("触摸屏幕");
    screen.findAndTap("异地长期居住人员备案");
    screen.headed("备案要怎么办");
    screen.tap(matter);
    screen.tap("开始办理");
    screen.headed("请出示");
    hall.layCard("qh-pensioner");
    screen.tapExactly("是我");
  }

  private static void thenItIsDone(Touchscreen screen, String name) {
    screen.headed("请核对");
    screen.picture(name + "-review");
    screen.tap("确认提交");
    screen.headed("已办结");
    screen.picture(name);
    screen.tap("不打印");
    screen.headed("请评价这次服务");
    screen.tap("不评价");
    screen.headed("请拿走您的证件");
  }
}
