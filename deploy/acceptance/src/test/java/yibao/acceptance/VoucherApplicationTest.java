package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 医保电子凭证申领, with every way a face can fail before it matches, in Chromium. */
class VoucherApplicationTest {

  @TempDir private Path data;

  @Test
  void a_face_that_fails_each_way_is_told_why_and_one_that_matches_activates() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("ziyang", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.LANDSCAPE, "voucher")) {
      Hall hall = new Hall(kiosk.address());
      hall.call("POST", "sim/face", "{\"outcome\":\"no-match\"}");
      screen.tap("触摸屏幕");
      screen.findAndTap("医保电子凭证申领");
      screen.tap("开始办理");
      screen.headed("怎样告诉我们");
      screen.picture("how");
      screen.tap("放身份证");
      screen.headed("请出示");
      hall.layCard("zy-resident");
      screen.tapExactly("是我");
      screen.headed("人脸核验说明");
      screen.picture("consent");
      screen.tap("下一页");
      screen.tapText("我已阅读");
      screen.tap("下一步");

      screen.reads("只能本人申领");
      screen.picture("no-match");
      hall.call("POST", "sim/face", "{\"outcome\":\"not-live\"}");
      screen.tap("再试一次");
      screen.reads("没有认出真人的脸");
      hall.call("POST", "sim/face", "{\"outcome\":\"down\"}");
      screen.tap("再试一次");
      screen.reads("刷脸服务暂时不能用");
      hall.call("POST", "sim/face", "{\"outcome\":\"match\"}");
      screen.tap("再试一次");

      screen.headed("已办结");
      screen.reads("已激活");
      screen.picture("activated");
      assertFalse(screen.words().matches("(?s).*\\d{17}.*"));
      assertEquals(List.of(), screen.complaints());
    }
  }
}
