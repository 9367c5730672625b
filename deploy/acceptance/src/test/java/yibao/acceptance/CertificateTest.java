package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 参保缴费证明, looked at on the screen before it comes out on A4. */
class CertificateTest {

  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(Touchscreen.Panel.class)
  void a_citizen_looks_the_certificate_over_and_prints_it(Touchscreen.Panel panel)
      throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("pingdingshan", data.resolve("kiosk"));
        Touchscreen screen = new Touchscreen(kiosk.address(), panel, "certificate")) {
      Hall hall = new Hall(kiosk.address());

      screen.tap("触摸屏幕，开始办理");
      screen.findAndTap("参保缴费证明");
      screen.tap("开始办理");
      hall.layCard("pds-employee");
      screen.tapExactly("是我");
      screen.headed("要查哪一段时间的");
      screen.tap("最近 12 个月");

      screen.headed("请看一下内容");
      screen
          .page()
          .waitForCondition(
              () ->
                  Boolean.TRUE.equals(
                      screen
                          .page()
                          .evaluate(
                              "() => document.querySelector('img.sheet')?.naturalWidth > 500")));
      screen.picture("preview");
      screen.tapExactly("打印");
      screen.headed("已打印");
      screen.picture("printed");

      assertTrue(hall.text("sim/a4/paper.pdf").startsWith("%PDF"));
      assertEquals(List.of(), screen.complaints());
    }
  }
}
