package yibao.devices.usb;

import java.util.Arrays;

/** Whatever a printer answers when asked for its name is a name or none. */
public final class DeviceIdFuzz {
  private static final int ID_BYTES = 1024;

  private DeviceIdFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    UsbPrinterPort.idIn(Arrays.copyOf(data, ID_BYTES));
  }
}
