package yibao.kiosk.app;

import java.util.Set;
import java.util.TreeSet;
import yibao.devices.smartcard.PcscReaders;
import yibao.devices.usb.UsbBus;

/** What is plugged into this machine, each with the serial number it has. */
final class Plugged {
  private Plugged() {}

  /** As it is now. */
  static Set<String> now() {
    Set<String> all = new TreeSet<>();
    UsbBus.ofThisMachine()
        .devices()
        .forEach(
            device ->
                all.add(
                    (device.id() + " " + device.name() + " " + device.serial().orElse(""))
                        .strip()));
    PcscReaders.names().forEach(name -> all.add("PC/SC " + name));
    return all;
  }
}
