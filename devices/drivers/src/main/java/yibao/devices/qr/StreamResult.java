package yibao.devices.qr;

/** What one camera frame gave. */
public sealed interface StreamResult {

  /**
   * A code was read.
   *
   * @param payload what kind of code it is
   */
  record Read(QrReading reading, Payload payload) implements StreamResult {}

  /** None was read. */
  record Unread(Hint hint) implements StreamResult {}
}
