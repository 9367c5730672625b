package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 参保人员参保信息查询, from the first touch to the paper, in Chromium. */
class InsuranceQueryTest {

  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(Touchscreen.Panel.class)
  void a_citizen_lays_the_card_reads_and_prints(Touchscreen.Panel panel) throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen = new Touchscreen(kiosk.address(), panel, "insurance-query")) {
      Hall hall = new Hall(kiosk.address());

      screen.headed("自己就能办");
      screen.picture("attract");
      screen.tap("触摸屏幕，开始办理");
      screen.headed("您想办什么");
      screen.picture("home");
      screen.findAndTap("参保人员参保信息查询");
      screen.picture("brief");
      screen.tap("开始办理");
      screen.headed("请出示");
      screen.picture("identify");

      hall.layCard("qh-employee");
      screen.reads("马*轩");
      screen.picture("confirm");
      screen.tapExactly("是我");
      screen.headed("要查哪一份医保");
      screen.picture("insurances");
      screen.findAndTap("职工基本医疗保险");
      screen.headed("参保信息");
      screen.picture("answer");
      assertFalse(screen.words().contains("马文轩"), "the name is masked");

      screen.tapExactly("打印");
      screen.headed("已打印");
      screen.headed("请评价");
      screen.picture("printed");
      screen.tapExactly("非常满意");
      screen.reads("拿走证件");
      screen.picture("goodbye");
      hall.takeCard();
      screen.headed("自己就能办");
      screen.picture("attract-again");

      assertTrue(hall.receipt().length > 1000);
      assertEquals("[]", hall.text("sim/printer/complaints"));
      assertEquals(List.of(), screen.complaints());
      assertTrue(
          screen.requests().stream().allMatch(url -> url.startsWith(kiosk.address().toString())),
          screen.requests().toString());
    }
  }
}
