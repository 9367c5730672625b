package yibao.devices.qr;

import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Reads a QR code from one picture: a ladder of ever dearer ways to tell dark from light, in the
 * order in which they pay, until one reads or the time is up. Keeps scratch memory, so each thread
 * has its own reader.
 */
public final class QrReader {
  private static final Map<DecodeHintType, ?> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  private final LongSupplier ticker;
  private final Plane plane = new Plane();
  private final Decoder decoder = new Decoder();
  private final List<Step> ladder =
      List.of(
          new Step("hybrid", QrReader::hybrid),
          new Step("local-mean-97", it -> new Threshold(3, 97, 100).apply(it)),
          new Step("inverted-hybrid", it -> inverted(hybrid(it))),
          new Step("local-mean-13-bright", it -> new Threshold(1, 13, 96).apply(it)),
          new Step("local-mean-33-bias", it -> new Threshold(3, 33, 88).apply(it)),
          new Step("inverted-local-mean-33", it -> inverted(new Threshold(3, 33, 100).apply(it))));

  private record Step(String name, Binarization binarization) {}

  private interface Binarization {
    BitMatrix apply(Plane plane) throws NotFoundException;
  }

  /** A reader on the machine's own monotonic clock. */
  public QrReader() {
    this(System::nanoTime);
  }

  /**
   * @param ticker monotonic nanoseconds
   */
  public QrReader(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /**
   * Reads one code. Any picture ends in an answer; no step begins after the budget is used up.
   *
   * @param budget time to spend on this picture
   */
  public Optional<QrReading> read(GreyImage image, Duration budget) {
    Deadline deadline = new Deadline(ticker, budget);
    int factor = plane.load(image);
    return ladder.stream()
        .takeWhile(step -> !deadline.passed())
        .flatMap(step -> attempt(step, factor).stream())
        .findFirst();
  }

  private Optional<QrReading> attempt(Step step, int factor) {
    try {
      DetectorResult found = new Detector(step.binarization().apply(plane)).detect(HINTS);
      DecoderResult decoded = decoder.decode(found.getBits(), HINTS);
      List<QrReading.Point> corners =
          Stream.of(found.getPoints()).map(it -> point(it, factor)).toList();
      return Optional.of(new QrReading(decoded.getText(), corners, step.name()));
    } catch (NotFoundException | FormatException | ChecksumException e) {
      return Optional.empty();
    }
  }

  private static QrReading.Point point(ResultPoint point, int factor) {
    return new QrReading.Point(point.getX() * factor, point.getY() * factor);
  }

  private static BitMatrix hybrid(Plane plane) throws NotFoundException {
    return new HybridBinarizer(
            new PlanarYUVLuminanceSource(
                plane.grey(),
                plane.width(),
                plane.height(),
                0,
                0,
                plane.width(),
                plane.height(),
                false))
        .getBlackMatrix();
  }

  private static BitMatrix inverted(BitMatrix bits) {
    bits.flip();
    return bits;
  }
}
