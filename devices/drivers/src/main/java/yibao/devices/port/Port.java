package yibao.devices.port;

import java.time.Duration;

/**
 * An open two-way line of bytes.
 *
 * <p>Not safe for several threads: it belongs to its device's owner, who also closes it. Every call
 * returns within its limit. After a {@link PortException} the port is dead.
 */
public interface Port extends AutoCloseable {
  /**
   * Sends all the bytes.
   *
   * @param bytes what to send
   * @param limit how long the device may take to accept them
   * @throws PortException with {@link PortFault#STALLED} at the limit, {@link PortFault#LOST} when
   *     the line is gone
   */
  void write(byte[] bytes, Duration limit) throws PortException;

  /**
   * Takes the bytes that have arrived, waiting for the first one.
   *
   * @param into filled from its start
   * @param limit how long to wait; zero looks only at what is there. Serial ports round up to a
   *     tenth of a second
   * @return how many bytes were taken, 0 at the limit
   * @throws PortException with {@link PortFault#LOST} when the line is gone
   */
  int read(byte[] into, Duration limit) throws PortException;

  /** Throws away whatever has arrived and was not read. */
  void discardInput() throws PortException;

  /** Whether the line is gone; looks without sending anything to the device. */
  boolean lost();

  /** Closes the line; never fails and may be repeated. */
  @Override
  void close();
}
