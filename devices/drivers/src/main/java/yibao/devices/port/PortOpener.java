package yibao.devices.port;

/** Opens a line as often as it is needed; knows where the device is, not what it is. */
public interface PortOpener {
  /** The port's name for logs and technicians. */
  String name();

  /**
   * Opens the line.
   *
   * @throws PortException when there is no device or it may not be used
   */
  Port open() throws PortException;
}
