package yibao.devices.qr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads QR codes from single pictures: a ladder of ever dearer searches in the order in which they
 * pay, until one reads or the time is up. Keeps scratch memory, so each thread has its own reader.
 * For a camera use {@link StreamReader}.
 */
public final class QrReader {
  /** Side in pixels of the parts a large picture is looked at in. */
  private static final int TILE = 1200;

  private final LongSupplier ticker;
  private final Search search = new Search();

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
   * Reads one code. Any picture ends in an answer; nothing is begun after the budget is used up.
   *
   * @param budget time to spend on this picture
   */
  public Optional<QrReading> read(GreyImage image, Duration budget) {
    return search(image, budget, true).stream().findFirst();
  }

  /** Reads every code in view, each once, those of the cheapest step first. */
  public List<QrReading> readAll(GreyImage image, Duration budget) {
    return search(image, budget, false);
  }

  private List<QrReading> search(GreyImage image, Duration budget, boolean once) {
    Deadline deadline = new Deadline(ticker, budget);
    List<QrReading> found = new ArrayList<>();
    int factor = Plane.factor(image);
    Region whole = Region.whole(image);
    search(image, whole, factor, once, deadline, found);
    if (found.isEmpty()) {
      search(image, whole, factor * 2, once, deadline, found);
    }
    if (found.isEmpty() && factor > 1) {
      tiles(image, once, deadline, found);
    }
    return found;
  }

  /** Looks closer at a picture that had to be reduced, part by part, overlapping by a half. */
  private void tiles(GreyImage image, boolean once, Deadline deadline, List<QrReading> found) {
    for (int top = 0; top == 0 || top + TILE / 2 < image.height(); top += TILE / 2) {
      for (int left = 0; left == 0 || left + TILE / 2 < image.width(); left += TILE / 2) {
        if (deadline.passed() || (once && !found.isEmpty())) {
          return;
        }
        int right = Math.min(image.width(), left + TILE);
        int bottom = Math.min(image.height(), top + TILE);
        search(image, new Region(left, top, right, bottom), 1, once, deadline, found);
      }
    }
  }

  private void search(
      GreyImage image,
      Region part,
      int factor,
      boolean once,
      Deadline deadline,
      List<QrReading> found) {
    if (deadline.passed()) {
      return;
    }
    search.load(image, part, factor);
    Region all = Region.whole(search.plane());
    search.take(SearchStep.FIRST, all, once, deadline, found::add);
    for (SearchStep step : SearchStep.RETRIES) {
      if (deadline.passed() || (once && !found.isEmpty())) {
        return;
      }
      search.take(step, all, once, deadline, found::add);
    }
    if (found.isEmpty()) {
      search.takePairs(once, deadline, found::add);
    }
  }
}
