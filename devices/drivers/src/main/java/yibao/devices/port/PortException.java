package yibao.devices.port;

import java.io.IOException;

/** A line failed; the port is of no more use and has to be closed and opened anew. */
public final class PortException extends IOException {
  private static final long serialVersionUID = 1L;

  private final PortFault fault;

  /**
   * @param fault what happened
   * @param port the port's name
   */
  public PortException(PortFault fault, String port) {
    super(fault.code() + ": " + port);
    this.fault = fault;
  }

  /**
   * @param fault what happened
   * @param port the port's name
   * @param cause what the library below said
   */
  public PortException(PortFault fault, String port, Throwable cause) {
    super(fault.code() + ": " + port, cause);
    this.fault = fault;
  }

  /** What happened. */
  public PortFault fault() {
    return fault;
  }
}
