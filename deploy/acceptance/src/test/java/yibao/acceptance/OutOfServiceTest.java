package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Staff take a terminal out of service and put it back; its screen follows at once, in Chromium.
 */
class OutOfServiceTest {

  @TempDir private Path data;

  @Test
  void the_screen_says_why_it_is_out_of_service_and_is_back_when_staff_say_so() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "out-of-service");
        Touchscreen staff =
            new Touchscreen(
                kiosk.address().resolve("staff"),
                Touchscreen.Panel.LANDSCAPE,
                "out-of-service-staff")) {
      screen.headed("医保业务，自己就能办");
      staff.type("number", "demo");
      staff.type("password", "demo-staff");
      staff.tapExactly("登录");
      staff.tapExactly("服务状态");
      staff.reads("服务中");
      staff.type("reason", "打印机检修");
      staff.tapExactly("暂停服务");
      staff.reads("打印机检修");
      staff.picture("staff");

      screen.headed("本机暂停服务");
      screen.reads("打印机检修");
      screen.picture("closed");

      staff.tapExactly("恢复服务");
      screen.headed("医保业务，自己就能办");
      assertEquals(List.of(), staff.complaints());
      assertEquals(List.of(), screen.complaints());
    }
  }
}
