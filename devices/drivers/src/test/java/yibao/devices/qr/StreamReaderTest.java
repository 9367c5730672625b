package yibao.devices.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.FrameKind;

class StreamReaderTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private final CameraFrames frames = new CameraFrames(WIDTH, HEIGHT);
  private final StreamReader reader = new StreamReader(Duration.ofMinutes(1));

  private static GreyImage picture(CameraFrame frame) {
    return new GreyImage(frame.pixels(), frame.width(), frame.height());
  }

  private static GreyImage plain(int brightness) {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    Arrays.fill(pixels, (byte) brightness);
    return new GreyImage(pixels, WIDTH, HEIGHT);
  }

  private Hint hint(GreyImage frame) {
    return assertInstanceOf(StreamResult.Unread.class, reader.offer(frame)).hint();
  }

  @Test
  void aPhoneHeldUpIsReadAtFirstShowAndItsKindTold() {
    for (int seed = 0; seed < 6; seed++) {
      CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, seed, 3);
      StreamResult.Read read =
          assertInstanceOf(StreamResult.Read.class, reader.offer(picture(frame)));
      assertEquals(frame.text().orElseThrow(), read.reading().text());
      assertEquals(Payload.of(frame.text().orElseThrow()), read.payload());
    }
  }

  @Test
  void theDearSearchesTakeTurnsUntilOneReads() {
    CameraFrame noisy = frames.frame(FrameKind.NOISE, 0.6, 2, 2);
    int shown = 1;
    while (!(reader.offer(picture(noisy)) instanceof StreamResult.Read read
        && noisy.text().equals(Optional.of(read.reading().text())))) {
      shown++;
      assertTrue(shown <= SearchStep.RETRIES.size() + 1, "every way of looking has had its turn");
    }
  }

  @Test
  void anEmptyHallIsNothingInViewADarkOneTooDarkALampTooBright() {
    assertEquals(Hint.NOTHING_IN_VIEW, hint(plain(120)));
    assertEquals(Hint.TOO_DARK, hint(plain(3)));
    assertEquals(Hint.TOO_BRIGHT, hint(plain(255)));
  }

  @Test
  void aPhoneOutOfFocusIsToldSoAndOneWithoutACodeToStay() {
    assertEquals(Hint.BLURRED, hint(picture(frames.frame(FrameKind.DEFOCUS, 1, 3, 4))));
    assertEquals(Hint.HOLD_STILL, hint(picture(frames.frame(FrameKind.NO_CODE, 0, 3))));
  }

  @Test
  void aFrameWhoseTimeIsUpIsLeftAndTheNextOneRead() {
    AtomicLong millis = new AtomicLong();
    StreamReader slow =
        new StreamReader(Duration.ofMillis(20), () -> millis.getAndAdd(7) * 1_000_000);
    GreyImage frame = picture(frames.frame(FrameKind.CLEAN, 0, 1, 3));
    assertInstanceOf(StreamResult.Unread.class, slow.offer(frame));
    assertTrue(millis.get() < 20 + 7 * 6, "stopped at " + millis.get());
    StreamReader quick = new StreamReader(Duration.ofMillis(20), () -> 0);
    assertInstanceOf(StreamResult.Read.class, quick.offer(frame));
  }

  @Test
  void anyFrameEndsInAnAnswerWhateverTheSizeOfTheOneBefore() {
    Random random = new Random(5);
    for (int i = 0; i < 120; i++) {
      int width = 1 + random.nextInt(i % 20 == 0 ? 900 : 90);
      int height = 1 + random.nextInt(90);
      byte[] pixels = new byte[width * height];
      random.nextBytes(pixels);
      assertInstanceOf(
          StreamResult.Unread.class, reader.offer(new GreyImage(pixels, width, height)));
    }
  }
}
