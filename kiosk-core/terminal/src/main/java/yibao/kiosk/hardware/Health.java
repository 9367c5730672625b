package yibao.kiosk.hardware;

import java.util.Optional;
import yibao.devices.DeviceFault;

/**
 * How a device was found to be.
 *
 * @param state its state
 * @param paper its paper supply, for printers
 * @param fault what is wrong with it
 */
record Health(DeviceState state, Optional<PaperState> paper, Optional<DeviceFault> fault) {
  static Health of(DeviceState state) {
    return new Health(state, Optional.empty(), Optional.empty());
  }

  static Health of(DeviceState state, DeviceFault fault) {
    return new Health(state, Optional.empty(), Optional.of(fault));
  }
}
