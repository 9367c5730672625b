package yibao.simulators.printer;

/**
 * What kind of printer is simulated.
 *
 * @param widthDots printable width: 384 for 58 mm, 576 for 80 mm paper
 * @param bufferBytes receive buffer: 4096, or 45 on printers set so
 * @param flow what happens when the buffer is full
 * @param processId whether it answers GS ( H
 * @param symbols whether it draws QR symbols; cheap printers print the payload as text
 * @param clearsBuffer whether DLE DC4 8 empties the buffer
 * @param dotsPerSecond paper speed; 1200 is 150 mm/s
 */
public record PrinterModel(
    int widthDots,
    int bufferBytes,
    Flow flow,
    boolean processId,
    boolean symbols,
    boolean clearsBuffer,
    int dotsPerSecond) {

  /** What a full buffer does to the host. */
  public enum Flow {
    /** Nothing: what comes then is lost. */
    NONE,
    /** The busy line stops the host. */
    BUSY,
    /** XOFF stops the host. */
    XON_XOFF
  }

  /** A printer as good terminals have it: 80 mm, 4 KB, answers everything. */
  public static PrinterModel eightyMillimetres() {
    return new PrinterModel(576, 4096, Flow.BUSY, true, true, true, 1200);
  }

  /** A cheap 58 mm printer that leaves out what cheap printers leave out. */
  public static PrinterModel cheapFiftyEightMillimetres() {
    return new PrinterModel(384, 4096, Flow.BUSY, false, false, false, 720);
  }

  /** The same printer with another buffer and flow control. */
  public PrinterModel with(int bytes, Flow control) {
    return new PrinterModel(
        widthDots, bytes, control, processId, symbols, clearsBuffer, dotsPerSecond);
  }

  /** The same printer at another paper speed. */
  public PrinterModel at(int speed) {
    return new PrinterModel(widthDots, bufferBytes, flow, processId, symbols, clearsBuffer, speed);
  }
}
