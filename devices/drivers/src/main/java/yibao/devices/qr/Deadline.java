package yibao.devices.qr;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which an answer must be there, on a monotonic clock. */
final class Deadline {
  private final LongSupplier ticker;
  private final long end;

  /**
   * @param ticker monotonic nanoseconds, such as {@link System#nanoTime}
   * @param budget time from now
   */
  Deadline(LongSupplier ticker, Duration budget) {
    this.ticker = ticker;
    this.end = ticker.getAsLong() + budget.toNanos();
  }

  boolean passed() {
    return ticker.getAsLong() - end >= 0;
  }
}
