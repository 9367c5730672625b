package yibao.devices.idcard;

import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import yibao.devices.port.PortException;
import yibao.devices.port.PortOpener;

/**
 * Opens a reader of identity documents as often as it is needed. Where its speed is not known, it
 * is found, remembered, and tried first the next time. Belongs to the reader's owner.
 */
public final class IdCardReaderOpener {
  private final IntFunction<PortOpener> atBaud;
  private final OptionalInt known;
  private final SdtDialect dialect;
  private final LongSupplier nanoClock;
  private OptionalInt answered = OptionalInt.empty();

  private IdCardReaderOpener(
      IntFunction<PortOpener> atBaud,
      OptionalInt known,
      SdtDialect dialect,
      LongSupplier nanoClock) {
    this.atBaud = atBaud;
    this.known = known;
    this.dialect = dialect;
    this.nanoClock = nanoClock;
  }

  /**
   * A reader on a line whose speed is known, or that has none, such as USB.
   *
   * @param nanoClock monotonic nanoseconds
   */
  public static IdCardReaderOpener on(PortOpener line, SdtDialect dialect, LongSupplier nanoClock) {
    return new IdCardReaderOpener(_ -> line, OptionalInt.of(0), dialect, nanoClock);
  }

  /**
   * A reader on a serial line of unknown speed.
   *
   * @param atBaud the line at a given speed
   * @param nanoClock monotonic nanoseconds
   */
  public static IdCardReaderOpener atAnySpeed(
      IntFunction<PortOpener> atBaud, SdtDialect dialect, LongSupplier nanoClock) {
    return new IdCardReaderOpener(atBaud, OptionalInt.empty(), dialect, nanoClock);
  }

  /**
   * Opens the reader. One that answers at no speed is opened at the likeliest: it may be without
   * power, and is then found the next time.
   *
   * @throws PortException when the line cannot be opened
   */
  public IdCardReader open() throws PortException {
    if (known.isEmpty()) {
      OptionalInt found = new BaudDetection(atBaud, dialect, nanoClock).detect(answered);
      answered = found.isPresent() ? found : answered;
    }
    int baud = known.orElse(answered.orElse(dialect.speeds().getFirst()));
    return IdCardReader.open(atBaud.apply(baud).open(), dialect, false, nanoClock);
  }
}
