package yibao.devices.usb;

import yibao.devices.port.Port;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.port.PortOpener;

/**
 * Opens the bulk pipes of a device by maker and kind, wherever it is plugged in; needs no driver
 * and takes the interface from one that holds it.
 */
public final class UsbBulkPortOpener implements PortOpener {
  private final UsbBus bus;
  private final UsbId id;

  /**
   * @param bus where to look
   * @param id of the device, such as 0400:c35a
   */
  public UsbBulkPortOpener(UsbBus bus, UsbId id) {
    this.bus = bus;
    this.id = id;
  }

  @Override
  public String name() {
    return "usb " + id;
  }

  @Override
  public Port open() throws PortException {
    for (UsbBus.Plugged device : bus.devices()) {
      if (device.id().equals(id)) {
        UsbBus.Pipes pipes =
            bus.pipes(device).orElseThrow(() -> new PortException(PortFault.REFUSED, name()));
        return new UsbBulkPort(name(), UsbFileSystem.open(device.node(), pipes, name()));
      }
    }
    throw new PortException(PortFault.ABSENT, name());
  }
}
