package yibao.devices.qr;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.simulators.camera.CameraFrame;
import yibao.simulators.camera.CameraFrames;
import yibao.simulators.camera.FrameKind;

class QrReaderTest {
  private static final Duration AMPLE = Duration.ofMinutes(1);

  private final CameraFrames frames = new CameraFrames(400, 300);
  private final QrReader reader = new QrReader();

  private Optional<String> read(CameraFrame frame) {
    return reader.read(picture(frame), AMPLE).map(QrReading::text);
  }

  private static GreyImage picture(CameraFrame frame) {
    return new GreyImage(frame.pixels(), frame.width(), frame.height());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void everyVersionAPhoneShowsIsRead(int version) {
    for (int seed = 0; seed < 5; seed++) {
      CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, seed, version);
      assertEquals(frame.text(), read(frame));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_CODE")
  void aMildFaultOfAnyKindIsReadThrough(FrameKind kind) {
    CameraFrame frame = frames.frame(kind, 0, 7);
    assertEquals(frame.text(), read(frame));
  }

  @ParameterizedTest
  @EnumSource(names = {"INVERTED", "LOW_CONTRAST", "DARK"})
  void darkModeAndFaintDisplaysAreReadToTheEnd(FrameKind kind) {
    CameraFrame frame = frames.frame(kind, 0.7, 3);
    assertEquals(frame.text(), read(frame));
  }

  @Test
  void aCodeSeenSteeplyFromTheSideIsRead() {
    for (int seed = 0; seed < 4; seed++) {
      CameraFrame frame = new CameraFrames(640, 480).frame(FrameKind.PERSPECTIVE, 0.8, seed, 3);
      assertEquals(frame.text(), read(frame));
    }
  }

  @Test
  void aFinderPatternHiddenUnderAThumbIsGuessedFromTheOtherTwo() {
    CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, 11, 2);
    QrReading whole = reader.read(picture(frame), AMPLE).orElseThrow();
    for (int corner : new int[] {0, 1, 3}) {
      QrReading.Point at = whole.corners().get(corner);
      QrReading.Point opposite = whole.corners().get((corner + 2) % 4);
      byte[] hidden = frame.pixels().clone();
      double reach = Math.abs(at.x() - opposite.x()) / 25 * 5;
      for (int i = 0; i < hidden.length; i++) {
        double x = i % frame.width() - at.x();
        double y = i / frame.width() - at.y();
        hidden[i] = Math.hypot(x, y) < reach ? (byte) 90 : hidden[i];
      }
      Optional<QrReading> reading =
          reader.read(new GreyImage(hidden, frame.width(), frame.height()), AMPLE);
      assertEquals(frame.text(), reading.map(QrReading::text), "corner " + corner);
      assertEquals("pair", reading.orElseThrow().step());
    }
  }

  @RepeatedTest(4)
  void aPhoneWithoutACodeReadsAsNothing(RepetitionInfo repetition) {
    CameraFrame frame = frames.frame(FrameKind.NO_CODE, 0, repetition.getCurrentRepetition());
    assertEquals(Optional.empty(), read(frame));
  }

  @Test
  void aRowMayBeLongerThanThePictureIsWide() {
    CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, 5);
    int stride = frame.width() + 64;
    byte[] padded = new byte[stride * frame.height()];
    new Random(1).nextBytes(padded);
    for (int y = 0; y < frame.height(); y++) {
      System.arraycopy(frame.pixels(), y * frame.width(), padded, y * stride, frame.width());
    }
    assertEquals(
        frame.text(),
        reader
            .read(new GreyImage(padded, frame.width(), frame.height(), stride), AMPLE)
            .map(QrReading::text));
  }

  @Test
  void severalCodesInViewAreAllReadEachOnce() {
    CameraFrame one = frames.frame(FrameKind.CLEAN, 0, 11, 2);
    CameraFrame other = frames.frame(FrameKind.INVERTED, 0, 12, 4);
    byte[] both = Arrays.copyOf(one.pixels(), one.pixels().length * 2);
    System.arraycopy(other.pixels(), 0, both, one.pixels().length, other.pixels().length);
    GreyImage picture = new GreyImage(both, one.width(), one.height() * 2);
    assertEquals(
        Set.of(one.text().orElseThrow(), other.text().orElseThrow()),
        reader.readAll(picture, AMPLE).stream().map(QrReading::text).collect(toSet()));
    assertEquals(2, reader.readAll(picture, AMPLE).size());
  }

  @Test
  void theCornersAreWhereTheCodeStands() {
    CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, 11, 2);
    List<QrReading.Point> corners = reader.read(picture(frame), AMPLE).orElseThrow().corners();
    double top = corners.get(1).x() - corners.get(0).x();
    double left = corners.get(3).y() - corners.get(0).y();
    assertTrue(top > 50 && Math.abs(top - left) < top / 10, corners.toString());
    GreyImage twice = enlarged(frame, 5);
    List<QrReading.Point> far = reader.read(twice, AMPLE).orElseThrow().corners();
    assertEquals(corners.get(2).x() * 5, far.get(2).x(), 8);
    assertEquals(corners.get(2).y() * 5, far.get(2).y(), 8);
  }

  private static GreyImage enlarged(CameraFrame frame, int times) {
    int width = frame.width() * times;
    byte[] pixels = new byte[width * frame.height() * times];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = frame.pixels()[i / width / times * frame.width() + i % width / times];
    }
    return new GreyImage(pixels, width, frame.height() * times);
  }

  @Test
  void anyPictureEndsInAnAnswer() {
    Random random = new Random(20_260_101);
    for (int i = 0; i < 150; i++) {
      int width = 1 + random.nextInt(120);
      int height = 1 + random.nextInt(120);
      byte[] pixels = new byte[width * height];
      fill(pixels, width, random);
      assertEquals(Optional.empty(), reader.read(new GreyImage(pixels, width, height), AMPLE));
    }
  }

  /** Noise, stripes, checks of random pitch and two-valued noise: what finder patterns hide in. */
  private static void fill(byte[] pixels, int width, Random random) {
    int style = random.nextInt(4);
    int pitch = 1 + random.nextInt(6);
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      pixels[i] =
          (byte)
              switch (style) {
                case 0 -> random.nextInt(256);
                case 1 -> x / pitch % 2 * 255;
                case 2 -> (x / pitch + y / pitch) % 2 * 200;
                default -> random.nextInt(2) * 255;
              };
    }
  }

  @Test
  void aUsedUpBudgetEndsTheReadingEvenWhenACodeIsInView() {
    CameraFrame frame = frames.frame(FrameKind.CLEAN, 0, 5);
    assertEquals(Optional.empty(), new QrReader(() -> 0).read(picture(frame), Duration.ZERO));
  }

  @Test
  void theClockIsAskedOftenAndNothingBeginsAfterTheDeadline() {
    CameraFrame frame = frames.frame(FrameKind.NO_CODE, 0, 1);
    AtomicLong millis = new AtomicLong();
    AtomicLong late = new AtomicLong();
    QrReader slow =
        new QrReader(
            () -> {
              long now = millis.getAndAdd(2);
              late.addAndGet(now >= 50 ? 1 : 0);
              return now * 1_000_000;
            });
    slow.read(picture(frame), Duration.ofMillis(50));
    assertTrue(millis.get() >= 50, "asked often enough to notice");
    assertTrue(late.get() <= 8, "asked " + late.get() + " times after the end");
  }
}
