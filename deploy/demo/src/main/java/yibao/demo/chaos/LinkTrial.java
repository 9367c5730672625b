package yibao.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import yibao.kiosk.hardware.DeviceBoard;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;

/** One exchange with one device, during which its link is cut. */
interface LinkTrial {
  /** How long a device may take to work again. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /** What is done, in Chinese. */
  String label();

  /** Whether several may run at once. */
  default boolean side() {
    return true;
  }

  /** Begins the exchange, cuts the link after so many bytes, links again and does it once more. */
  Outcome cutAfter(int bytes) throws IOException, InterruptedException;

  /** What came of a cut. */
  enum Outcome {
    /** It worked again by itself, and nothing was called done that was not. */
    RECOVERED,
    /** It did not, or something was. */
    FAILED,
    /** The exchange was over before so many bytes had passed. */
    OVER;

    static Outcome recovered(boolean well) {
      return well ? RECOVERED : FAILED;
    }
  }

  /** Whether the board says so of the device. */
  static boolean is(DeviceBoard board, DeviceName name, DeviceState state) {
    return board.statuses().stream().anyMatch(s -> s.name() == name && s.state() == state);
  }

  /** Waits, with patience, until it is so; false when it never was. */
  static boolean await(BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.getAsBoolean()) {
      if (end - System.nanoTime() < 0) {
        return false;
      }
      Thread.sleep(Duration.ofMillis(10));
    }
    return true;
  }
}
