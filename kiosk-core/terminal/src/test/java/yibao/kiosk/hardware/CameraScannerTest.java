package yibao.kiosk.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yibao.devices.qr.GreyImage;
import yibao.kiosk.hardware.CameraScanner.Seen;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.FrameKind;

@Timeout(60)
class CameraScannerTest {
  private static final CameraFrames CAMERA = new CameraFrames(640, 480);
  private static final GreyImage DARK = new GreyImage(new byte[640 * 480], 640, 480);

  private final AtomicLong nanos = new AtomicLong();
  private final Heard<Boolean> lamp = new Heard<>();
  private final DeviceBoard board = new DeviceBoard(InstantSource.system());
  private final Heard<ScanStation.Scanned> codes = new Heard<>();
  private final CameraScanner camera =
      new CameraScanner(new Lens(Optional.empty()), lamp::accept, board, nanos::get).start();

  @AfterEach
  void end() {
    camera.close();
  }

  @Test
  void a_code_in_a_frame_is_told_to_whoever_watches() throws Exception {
    CameraFrame frame = CAMERA.frame(FrameKind.CLEAN, 0, 1);
    camera.watch(codes);

    Optional<Seen> seen = camera.film(picture(frame));

    assertEquals(Optional.of(new Seen.Code()), seen);
    assertEquals(frame.text().orElseThrow(), codes.next().text());
    assertEquals(DeviceState.ONLINE, board.statuses().getFirst().state());
  }

  @Test
  void a_code_that_stays_in_view_is_told_once_until_it_was_away_for_a_while() throws Exception {
    CameraFrame frame = CAMERA.frame(FrameKind.CLEAN, 0, 1);
    camera.watch(codes);

    camera.film(picture(frame));
    camera.film(picture(frame));
    codes.next();
    assertTrue(codes.silent());
    nanos.addAndGet(4_000_000_000L);
    camera.film(picture(frame));

    assertEquals(frame.text().orElseThrow(), codes.next().text());
  }

  @Test
  void nothing_is_looked_at_while_nobody_watches() {
    Devices.Subscription watch = camera.watch(codes);
    watch.close();

    assertEquals(Optional.empty(), camera.film(picture(CAMERA.frame(FrameKind.CLEAN, 0, 1))));
    assertTrue(codes.silent());
  }

  @Test
  void the_lamp_shines_when_it_stays_dark_and_goes_out_with_the_last_watcher() throws Exception {
    Devices.Subscription watch = camera.watch(codes);
    for (int frame = 0; frame < 4; frame++) {
      camera.film(DARK);
    }
    Seen last = camera.film(DARK).orElseThrow();

    assertTrue(assertInstanceOf(Seen.Nothing.class, last).lamp());
    assertEquals(true, lamp.next());
    assertTrue(lamp.silent());
    watch.close();
    assertEquals(false, lamp.next());
  }

  @Test
  void a_lamp_that_hangs_holds_up_neither_the_camera_nor_who_leaves() throws Exception {
    CountDownLatch mended = new CountDownLatch(1);
    CameraScanner beside =
        new CameraScanner(
                new Lens(Optional.empty()),
                on -> {
                  lamp.accept(on);
                  try {
                    mended.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                board,
                nanos::get)
            .start();
    Devices.Subscription watch = beside.watch(codes);
    while (lamp.silent()) {
      beside.film(DARK);
    }
    assertEquals(true, lamp.next());

    CameraFrame code = CAMERA.frame(FrameKind.CLEAN, 0, 1);
    while (codes.silent()) {
      beside.film(picture(code));
    }
    assertEquals(code.text().orElseThrow(), codes.next().text());
    watch.close();

    mended.countDown();
    assertEquals(false, lamp.next());
    beside.close();
  }

  @Test
  void a_camera_that_is_away_is_told_to_staff_and_comes_back_with_its_first_frame() {
    camera.failed(CameraFault.MISSING);
    assertEquals(DeviceState.NO_DEVICE, board.statuses().getFirst().state());
    assertEquals(Optional.of("camera-missing"), board.statuses().getFirst().cause());

    camera.watch(codes);
    camera.film(DARK);

    assertEquals(DeviceState.ONLINE, board.statuses().getFirst().state());
  }

  @Test
  void a_linux_led_is_lit_fully_and_put_out(@TempDir Path led) throws Exception {
    Files.writeString(led.resolve("max_brightness"), "255\n");
    Files.writeString(led.resolve("brightness"), "0\n");
    Lamp lit = new LedLamp(led);

    lit.shine(true);
    assertEquals("255", Files.readString(led.resolve("brightness")));
    lit.shine(false);
    assertEquals("0", Files.readString(led.resolve("brightness")));
  }

  private static GreyImage picture(CameraFrame frame) {
    return new GreyImage(frame.pixels(), frame.width(), frame.height());
  }
}
