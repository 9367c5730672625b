package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Tells a code held up anew from one that is merely still there. One thread at a time. */
final class HeldUp {
  private static final Duration SAME_CODE = Duration.ofSeconds(3);

  private final LongSupplier nanoClock;
  private Optional<ScanStation.Scanned> last = Optional.empty();
  private long lastAt;

  HeldUp(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Whether a code just read is another one than the last, or came after a pause. */
  boolean anew(ScanStation.Scanned scanned) {
    long now = nanoClock.getAsLong();
    boolean same = last.equals(Optional.of(scanned)) && now - lastAt < SAME_CODE.toNanos();
    last = Optional.of(scanned);
    lastAt = now;
    return !same;
  }

  void forget() {
    last = Optional.empty();
  }
}
