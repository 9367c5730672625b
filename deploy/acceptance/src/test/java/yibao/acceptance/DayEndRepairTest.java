package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff compare the day with the province's book and put a difference right, in Chromium. */
class DayEndRepairTest {

  @TempDir private Path data;

  @Test
  void what_the_province_decided_otherwise_is_put_right_with_one_tap_and_a_confirmation()
      throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"))) {
      Hall hall = new Hall(kiosk.address());
      whenSomebodyFiles(kiosk, hall);
      hall.decideNewestFiling("{\"state\":\"in-review\"}");

      try (Touchscreen staff =
          new Touchscreen(
              kiosk.address().resolve("staff"), Touchscreen.Panel.LANDSCAPE, "day-end")) {
        staff.headed("工作人员");
        staff.type("number", "demo");
        staff.type("password", "demo-staff");
        staff.tapExactly("登录");
        staff.tapExactly("日终核对");
        staff.tapExactly("核对");
        staff.reads("有差异 1 件");
        staff.reads("状态不一致");
        staff.picture("difference");

        staff.tapExactly("更正");
        staff.reads("按省平台的记录更正？");
        staff.picture("confirm");
        staff.tapInDialog("更正");

        staff.reads("已按省平台的记录更正");
        staff.reads("没有差异");
        staff.picture("put-right");
        staff.tapExactly("审计记录");
        staff.reads("按省平台的记录更正");
        assertEquals(List.of(), staff.complaints());
      }
    }
  }

  private static void whenSomebodyFiles(RunningKiosk kiosk, Hall hall) {
    try (Touchscreen screen =
        new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "day-end-filing")) {
      screen.tap("触摸屏幕");
      screen.findAndTap("异地长期居住人员备案");
      screen.headed("备案要怎么办");
      screen.tap("取消备案");
      screen.tap("开始办理");
      screen.headed("请出示");
      hall.layCard("qh-pensioner");
      screen.tapExactly("是我");
      screen.headed("请核对");
      screen.tap("确认提交");
      screen.headed("已办结");
    }
  }
}
