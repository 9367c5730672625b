package yibao.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.Film;
import yibao.simulators.camera.FrameKind;

/** Codes read by the screen's own camera, in Chromium with a film for a camera. */
class CameraTest {

  private static final CameraFrames CAMERA = new CameraFrames(1280, 720);
  private static final int RATE = 10;

  @TempDir private Path data;

  /** A hand comes with the phone, finds its place, and holds it there as well as it can. */
  private Path film(String text) throws Exception {
    Stream<CameraFrame> nothing =
        IntStream.range(0, RATE).mapToObj(i -> CAMERA.frame(FrameKind.NO_CODE, 0.3, 1));
    Stream<CameraFrame> shaking =
        IntStream.range(0, RATE)
            .mapToObj(i -> CAMERA.showing(text, FrameKind.MOTION, 0.5 - 0.04 * i, 11 + i));
    Stream<CameraFrame> held =
        IntStream.range(0, RATE)
            .mapToObj(i -> CAMERA.showing(text, FrameKind.ROTATION, 0.1, 31 + i % 3));
    Path film = data.resolve("film.y4m");
    Film.write(film, Stream.of(nothing, shaking, held).flatMap(f -> f).toList(), RATE);
    return film;
  }

  private static void toTheReaders(Touchscreen screen) {
    screen.tap("触摸屏幕，开始办理");
    screen.findAndTap("参保人员参保信息查询");
    screen.tap("开始办理");
    screen.headed("请出示");
  }

  @ParameterizedTest
  @EnumSource(Touchscreen.Panel.class)
  void a_citizen_holds_up_the_phone_and_is_known(Touchscreen.Panel panel) throws Exception {
    try (RunningKiosk kiosk =
        RunningKiosk.start("qinghai", data.resolve("kiosk"), "--codes", "camera")) {
      Hall hall = new Hall(kiosk.address());
      Path film = film(hall.voucher("qh-employee"));
      try (Touchscreen screen =
          Touchscreen.filming(kiosk.address(), panel, "e-voucher-by-camera", film)) {
        toTheReaders(screen);
        screen.page().locator("video").first().waitFor();
        screen.picture("identify");

        screen.reads("马*轩");
        screen.picture("confirm");
        assertEquals(0, screen.page().locator("video").count(), "the camera is off");
        screen.tapExactly("是我");
        screen.reads("正常参保");

        assertEquals(List.of(), screen.complaints());
      }
    }
  }

  @Test
  void another_kind_of_code_is_named_and_the_camera_goes_on() throws Exception {
    try (RunningKiosk kiosk =
        RunningKiosk.start("qinghai", data.resolve("kiosk"), "--codes", "camera")) {
      Path film = film("https://example.cn/shop");
      try (Touchscreen screen =
          Touchscreen.filming(
              kiosk.address(), Touchscreen.Panel.PORTRAIT, "web-address-by-camera", film)) {
        toTheReaders(screen);

        screen.reads("这是网页的二维码，不是医保码");
        screen.page().locator("video").first().waitFor();
        screen.picture("wrong-code");
        new Hall(kiosk.address()).layCard("qh-employee");
        screen.reads("马*轩");
      }
    }
  }

  @Test
  void a_screen_without_a_camera_asks_for_another_credential() throws Exception {
    try (RunningKiosk kiosk =
            RunningKiosk.start("qinghai", data.resolve("kiosk"), "--codes", "camera");
        Touchscreen screen =
            new Touchscreen(kiosk.address(), Touchscreen.Panel.LANDSCAPE, "no-camera")) {
      toTheReaders(screen);

      screen.reads("摄像头暂时不能用");
      screen.picture("no-camera");
      assertTrue(new Hall(kiosk.address()).text("api/health").contains("camera-"));
    }
  }
}
