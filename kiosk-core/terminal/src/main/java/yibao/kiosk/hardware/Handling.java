package yibao.kiosk.hardware;

import java.time.Duration;
import yibao.devices.Device;
import yibao.devices.port.PortException;

/**
 * What an owner does with its kind of device. Every call comes from the owner's thread.
 *
 * @param <D> the driver
 */
interface Handling<D extends Device> {
  /**
   * Opens the device.
   *
   * @throws PortException when it is not there or may not be used
   */
  D open() throws PortException;

  /**
   * Looks after the device once.
   *
   * @throws PortException when the line is gone
   */
  Round round(D device) throws PortException;

  /** The device is gone or was closed. */
  void gone();

  /**
   * What a round found.
   *
   * @param health how the device is
   * @param pause until the next round, unless somebody has work for the device
   * @param reopen whether to close the line and open it anew
   */
  record Round(Health health, Duration pause, boolean reopen) {
    static Round next(Health health, Duration pause) {
      return new Round(health, pause, false);
    }
  }
}
