package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the hall opens staff read whether the terminal is fit to serve, and print it. */
class ReadinessTest {

  @TempDir private Path data;

  @Test
  void staff_read_how_the_terminal_was_found_and_have_it_printed() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen staff =
            new Touchscreen(
                kiosk.address().resolve("staff"), Touchscreen.Panel.LANDSCAPE, "readiness")) {
      staff.type("number", "demo");
      staff.type("password", "demo-staff");
      staff.tapExactly("登录");
      staff.tapExactly("开门自检");
      staff.reads("怎么办");
      staff.picture("report");

      staff.tapExactly("打印");
      staff.reads("已打印。");
      staff.picture("printed");
      assertEquals(List.of(), staff.complaints());
    }
  }
}
