package yibao.devices.usb;

/**
 * The two bulk pipes of a claimed interface. Results below zero are minus the error number, {@code
 * -ETIMEDOUT} at the limit.
 */
interface BulkPipes {
  /** How many bytes were sent. */
  int send(byte[] bytes, int millis);

  /** Takes one packet. */
  int receive(byte[] into, int millis);

  /** Whether the device has been unplugged. */
  boolean gone();

  void close();
}
