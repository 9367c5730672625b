package yibao.devices.idcard;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.PortOpener;

/** Finds the speed at which a reader answers, fastest first. */
public final class BaudDetection {
  private static final List<Integer> SPEEDS = List.of(115200, 57600, 38400, 19200, 9600);

  private final IntFunction<PortOpener> atBaud;
  private final LongSupplier nanoClock;

  /**
   * @param atBaud the same port at a given speed
   * @param nanoClock monotonic nanoseconds
   */
  public BaudDetection(IntFunction<PortOpener> atBaud, LongSupplier nanoClock) {
    this.atBaud = atBaud;
    this.nanoClock = nanoClock;
  }

  /**
   * Asks for the reader's status at each speed.
   *
   * @return the first speed at which an ID-card reader answered, in baud; empty when none did
   * @throws PortException when the port cannot be used
   */
  public OptionalInt detect() throws PortException {
    for (int baud : SPEEDS) {
      try (Port port = atBaud.apply(baud).open()) {
        SdtChannel channel = new SdtChannel(port, nanoClock, SdtChannel.Patience.BRIEF);
        if (channel.exchange(SdtCommand.SAM_STATUS).isPresent()) {
          return OptionalInt.of(baud);
        }
      }
    }
    return OptionalInt.empty();
  }
}
