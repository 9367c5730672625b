package yibao.devices.qr;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads a QR code from one picture: a ladder of ever dearer searches in the order in which they
 * pay, until one reads or the time is up. Keeps scratch memory, so each thread has its own reader.
 */
public final class QrReader {
  static final List<Step> LADDER =
      List.of(
          new Step("mean-65", new Threshold(1, 65, 100), 3),
          new Step("mean-97-smooth", new Threshold(3, 97, 100), 3),
          new Step("mean-17", new Threshold(1, 17, 97), 2),
          new Step("mean-33-smooth", new Threshold(3, 33, 94), 2),
          new Step("mean-33-smooth5", new Threshold(5, 49, 100), 3));

  private final LongSupplier ticker;
  private final List<Step> ladder;
  private final Plane plane = new Plane();
  private final FinderScan scan = new FinderScan();
  private final SymbolReader symbols = new SymbolReader();

  /**
   * @param rows every how many rows to look for finder patterns
   */
  record Step(String name, Threshold threshold, int rows) {}

  /** A reader on the machine's own monotonic clock. */
  public QrReader() {
    this(System::nanoTime);
  }

  /**
   * @param ticker monotonic nanoseconds
   */
  public QrReader(LongSupplier ticker) {
    this(ticker, LADDER);
  }

  QrReader(LongSupplier ticker, List<Step> ladder) {
    this.ticker = ticker;
    this.ladder = ladder;
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
        .flatMap(step -> attempt(step, factor, deadline).stream())
        .findFirst();
  }

  private Optional<QrReading> attempt(Step step, int factor, Deadline deadline) {
    List<FinderPattern> patterns = scan.find(plane, step.threshold(), step.rows(), deadline);
    return Trio.among(patterns).stream()
        .takeWhile(trio -> !deadline.passed())
        .flatMap(trio -> symbols.read(plane, trio, step.threshold(), deadline).stream())
        .map(symbol -> reading(symbol, factor, step.name()))
        .findFirst();
  }

  private static QrReading reading(SymbolReader.Symbol symbol, int factor, String step) {
    double far = symbol.dimension();
    double[][] corners = {{0, 0}, {far, 0}, {far, far}, {0, far}};
    return new QrReading(
        symbol.text(),
        Arrays.stream(corners)
            .map(
                it ->
                    new QrReading.Point(
                        symbol.plane().x(it[0], it[1]) * factor,
                        symbol.plane().y(it[0], it[1]) * factor))
            .toList(),
        step);
  }
}
