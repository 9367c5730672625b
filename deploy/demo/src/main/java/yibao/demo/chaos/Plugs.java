package yibao.demo.chaos;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import yibao.devices.port.PortOpener;
import yibao.devices.port.SerialPortOpener;
import yibao.devices.port.SerialSettings;
import yibao.simulators.idcard.CardContent;
import yibao.simulators.wire.SerialCable;
import yibao.simulators.wire.WireDevice;

/** Serial cables of one folder, and whose card is read over them. */
final class Plugs {
  static final int BAUD = 115_200;

  private final Path folder;
  private final AtomicInteger made = new AtomicInteger();

  /**
   * @param folder for the ports; must exist
   */
  Plugs(Path folder) {
    this.folder = folder;
  }

  /** A cable to a device, plugged in at a port of its own. */
  SerialCable plugged(String name, WireDevice device) {
    Path path = folder.resolve(name + '-' + made.incrementAndGet());
    return new SerialCable(path, BAUD, device, 1).plugIn();
  }

  /** The host's end of a cable. */
  static PortOpener line(SerialCable cable) {
    return new SerialPortOpener(cable.path(), SerialSettings.at(BAUD));
  }

  /** The card of an invented person. */
  static CardContent card(String number) {
    return new CardContent.Resident(
        "张三",
        "1",
        "01",
        LocalDate.of(1949, 12, 31),
        "北京市朝阳区测试路1号",
        number,
        "北京市公安局朝阳分局",
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }
}
