package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manuals show the screens as they are; those of the setting up are held by its own test. */
class ManualPicturesTest {
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\(([^)]+)\\)");

  /**
   * Those that are played here, the one whose service a whole machine shares not necessarily
   * online; the screen's camera is known once the screen opens it.
   */
  private static final Pattern FOUND =
      Pattern.compile(
          "\"name\":\"((id-card|scan|printer|a4|face)\",\"state\":\"online"
              + "|ss-card\",\"state\":\"(?!starting))");

  private static final int DEVICES = 6;

  @TempDir private Path data;

  @Test
  void every_picture_a_manual_names_is_one_the_suite_makes_and_the_other_way_round()
      throws IOException {
    Set<String> named = new TreeSet<>();
    for (String manual : List.of("staff.md", "technician.md")) {
      PICTURE
          .matcher(Files.readString(ManualPicture.MANUALS.resolve(manual)))
          .results()
          .forEach(found -> named.add(found.group(1)));
    }

    assertEquals(
        Arrays.stream(ManualPicture.values())
            .map(ManualPicture::path)
            .collect(Collectors.toCollection(TreeSet::new)),
        named);
  }

  @Test
  void staff_see_in_their_manual_what_they_see_at_the_terminal() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.start("qinghai", data.resolve("kiosk"));
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.PORTRAIT, "manual");
        Touchscreen staff =
            new Touchscreen(
                kiosk.address().resolve("staff"), Touchscreen.Panel.LANDSCAPE, "manual-staff")) {
      screen.headed("医保业务，自己就能办");
      ManualPicture.HOME.of(screen);
      staff.type("number", "demo");
      staff.type("password", "demo-staff");
      staff.tapExactly("登录");
      Hall hall = new Hall(kiosk.address());
      staff
          .page()
          .waitForCondition(
              () -> FOUND.matcher(hall.text("tech/devices")).results().count() == DEVICES);
      staff.tapExactly("开门自检");
      staff.reads("怎么办");
      if (hall.text("tech/devices").contains("\"ss-card\",\"state\":\"online\"")) {
        ManualPicture.STAFF_READINESS.of(staff);
      }

      staff.tapExactly("服务状态");
      staff.type("reason", "打印机检修");
      staff.tapExactly("暂停服务");
      staff.reads("恢复服务");
      screen.headed("本机暂停服务");
      ManualPicture.STAFF_SERVICE.of(staff);
      ManualPicture.CLOSED.of(screen);
    }
  }
}
