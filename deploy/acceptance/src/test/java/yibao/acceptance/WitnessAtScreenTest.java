package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever cannot write gives a thumbprint before staff, in Chromium: staff are called, refuse, look
 * again and confirm, and the citizen's own visit goes on.
 */
class WitnessAtScreenTest {
  private static final String STAFF = "qh-flexible";

  @TempDir private Path data;

  @Test
  void staff_see_a_thumbprint_within_the_visit_and_it_is_on_record() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "witness");
        Touchscreen supervisor =
            new Touchscreen(
                kiosk.address().resolve("staff"), Touchscreen.Panel.LANDSCAPE, "witness-office")) {
      Hall hall = new Hall(kiosk.address());
      StaffAtScreenTest.givenACardRegistered(supervisor, hall, STAFF);
      RelocationTest.whenTheFormIsFilledIn(screen, hall, "qh-employee");
      hall.takeCard();
      screen.headed("承诺书");
      screen.tapText("我已阅读");
      screen.tap("下一步");
      screen.headed("请签名");
      screen.tap("不方便手写");
      screen.picture("cannot-write");
      screen.tap("请工作人员见证按手印");
      screen.headed("请工作人员过来");
      screen.picture("called");

      whenStaffSignIn(screen, hall);
      screen.headed("请见证：按手印");
      screen.reads("马*轩");
      screen.picture("look");
      screen.tapExactly("不能确认");
      screen.reads("工作人员看过，不能确认");
      screen.picture("refused");
      screen.tapExactly("再叫一次工作人员");
      screen.headed("请工作人员过来");
      hall.takeCard();
      whenStaffSignIn(screen, hall);
      screen.tapExactly("当面看过，确认");
      screen.headed("请核对");
      hall.takeCard();
      screen.tap("确认提交");
      screen.headed("已办结");

      supervisor.tapExactly("审计记录");
      supervisor.reads("见证按手印");
      supervisor.reads("已确认");
      assertTrue(!supervisor.words().contains("马文轩"), "nobody is named");
      assertEquals(List.of(), supervisor.complaints());
      assertEquals(List.of(), screen.complaints());
    }
  }

  private static void whenStaffSignIn(Touchscreen screen, Hall hall) {
    hall.layCard(STAFF);
    screen.headed("工作人员登录");
    "270914".chars().forEach(digit -> screen.press(Character.toString(digit)));
    screen.tapExactly("下一步");
  }
}
