package yibao.kiosk.web;

import java.util.List;
import java.util.function.Consumer;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;

/** A terminal without a device. */
final class NoDevices implements Devices {
  @Override
  public List<DeviceStatus> recent() {
    return List.of();
  }

  @Override
  public List<DeviceStatus> statuses() {
    return List.of();
  }

  @Override
  public Subscription subscribe(Consumer<List<DeviceStatus>> listener) {
    listener.accept(List.of());
    return () -> {};
  }
}
