package yibao.devices.port;

/**
 * How a serial line is run: always 8 data bits, no parity, 1 stop bit.
 *
 * @param baud bits per second
 * @param flow who may stop the sender
 */
public record SerialSettings(int baud, Flow flow) {
  /** Flow control. */
  public enum Flow {
    /** Nobody stops the sender. */
    NONE,
    /** Characters XON (11h) and XOFF (13h). */
    XON_XOFF,
    /** The lines RTS and CTS. */
    RTS_CTS,
    /** The lines DTR and DSR. */
    DTR_DSR
  }

  /** A line without flow control. */
  public static SerialSettings at(int baud) {
    return new SerialSettings(baud, Flow.NONE);
  }
}
