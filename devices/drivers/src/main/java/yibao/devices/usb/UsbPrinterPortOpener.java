package yibao.devices.usb;

import java.nio.file.Files;
import java.nio.file.Path;
import yibao.devices.port.PortException;
import yibao.devices.port.PortFault;
import yibao.devices.port.PortOpener;

/** Opens a printer node such as {@code /dev/usb/lp0}, or a stable link to one. */
public final class UsbPrinterPortOpener implements PortOpener {
  private final Path node;

  /**
   * @param node path of the node
   */
  public UsbPrinterPortOpener(Path node) {
    this.node = node;
  }

  @Override
  public String name() {
    return node.toString();
  }

  @Override
  public UsbPrinterPort open() throws PortException {
    if (!Files.exists(node)) {
      throw new PortException(PortFault.ABSENT, name());
    }
    int descriptor = LinuxCalls.open(node);
    if (descriptor < 0) {
      throw new PortException(
          switch (-descriptor) {
            case LinuxCalls.EBUSY -> PortFault.BUSY;
            case LinuxCalls.EACCES -> PortFault.REFUSED;
            default -> PortFault.ABSENT;
          },
          name());
    }
    return new UsbPrinterPort(name(), descriptor);
  }
}
