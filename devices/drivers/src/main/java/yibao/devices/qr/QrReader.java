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
    search.load(image);
    Region whole = Region.whole(search.plane());
    search.take(SearchStep.FIRST, whole, once, deadline, found::add);
    for (SearchStep step : SearchStep.RETRIES) {
      if (deadline.passed() || (once && !found.isEmpty())) {
        break;
      }
      search.take(step, whole, once, deadline, found::add);
    }
    if (found.isEmpty()) {
      search.takePairs(once, deadline, found::add);
    }
    return found;
  }
}
