package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else's card in the middle of a filing 换人办理, in Chromium. */
class OtherCardAtScreenTest {
  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(Touchscreen.Panel.class)
  void it_is_asked_and_whoever_takes_over_sees_nothing_of_the_first(Touchscreen.Panel panel)
      throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen = new Touchscreen(kiosk.address(), panel, "other-card")) {
      Hall hall = new Hall(kiosk.address());
      RelocationTest.whenTheFormIsFilledIn(screen, hall, "qh-employee");
      screen.headed("承诺书");
      hall.takeCard();

      hall.layCard("qh-flexible");
      screen.reads("换人会先清除");
      assertFalse(screen.words().contains("马*轩"), screen.words());
      screen.picture("asked");
      screen.tapExactly("继续办我的");
      screen.headed("承诺书");
      screen.reads("马*轩");

      hall.takeCard();
      hall.layCard("qh-flexible");
      screen.reads("换人会先清除");
      screen.tapExactly("换人办理");
      screen.reads("是我");
      assertFalse(screen.words().contains("马*轩"), screen.words());
      screen.tapExactly("是我");
      screen.headed("您想办什么");
      assertFalse(screen.words().contains("承诺书"), screen.words());
      screen.picture("taken-over");
      assertEquals(List.of(), screen.complaints());
    }
  }
}
