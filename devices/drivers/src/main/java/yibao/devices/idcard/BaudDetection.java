package yibao.devices.idcard;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.PortOpener;

/** Finds the speed at which a reader answers. */
public final class BaudDetection {
  private final IntFunction<PortOpener> atBaud;
  private final SdtDialect dialect;
  private final LongSupplier nanoClock;

  /**
   * @param atBaud the same port at a given speed
   * @param dialect what the reader speaks
   * @param nanoClock monotonic nanoseconds
   */
  public BaudDetection(IntFunction<PortOpener> atBaud, SdtDialect dialect, LongSupplier nanoClock) {
    this.atBaud = atBaud;
    this.dialect = dialect;
    this.nanoClock = nanoClock;
  }

  /**
   * Asks for the reader's status at each speed. One that is ill answers too; one that does not know
   * the question speaks another dialect.
   *
   * @param first the speed to begin with, in baud, such as the one at which it answered last
   * @return the first speed at which an ID-card reader answered, in baud; empty when none did
   * @throws PortException when the port cannot be used
   */
  public OptionalInt detect(OptionalInt first) throws PortException {
    int[] speeds =
        IntStream.concat(first.stream(), dialect.speeds().stream().mapToInt(Integer::intValue))
            .distinct()
            .toArray();
    for (int baud : speeds) {
      try (Port port = atBaud.apply(baud).open()) {
        SdtChannel channel = new SdtChannel(port, dialect, nanoClock, SdtChannel.Patience.BRIEF);
        channel.greet();
        boolean answers =
            channel
                .exchange(SdtCommand.SAM_STATUS)
                .filter(answer -> answer.sw3() != SdtAnswer.BAD_COMMAND)
                .isPresent();
        if (answers) {
          return OptionalInt.of(baud);
        }
      }
    }
    return OptionalInt.empty();
  }
}
