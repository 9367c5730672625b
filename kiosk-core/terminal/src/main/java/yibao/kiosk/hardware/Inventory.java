package yibao.kiosk.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import yibao.devices.document.CupsQueues;
import yibao.devices.smartcard.PcscReaders;
import yibao.devices.usb.UsbBus;

/** What is plugged into this machine, whatever the configuration says. */
public final class Inventory {
  private static final List<Path> STABLE_NAMES =
      List.of(Path.of("/dev/yibao"), Path.of("/dev/serial/by-id"));

  private static final Duration SPOOLER_LIMIT = Duration.ofSeconds(1);

  private Inventory() {}

  /**
   * A kind of connection.
   *
   * @param kind what it is
   * @param entries what is there, in the words a configuration uses
   */
  public record Group(String kind, List<String> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /** Everything, by kind. */
  public static List<Group> take() {
    return List.of(
        new Group("串口", serialPorts()),
        new Group("USB", usb()),
        new Group("智能卡读卡器（PC/SC）", PcscReaders.names()),
        new Group("USB 打印机", nodes(Path.of("/dev/usb"), "lp")),
        new Group("打印队列（CUPS）", queues()));
  }

  /** Every serial port there is, each once however many names it has, by its most stable one. */
  public static List<Path> serialPaths() {
    Map<Path, Path> byDevice = new LinkedHashMap<>();
    for (String name : serialPorts()) {
      Path path = Path.of(name);
      byDevice.putIfAbsent(device(path), path);
    }
    return List.copyOf(byDevice.values());
  }

  /** The device behind a name. */
  public static Path device(Path name) {
    try {
      return name.toRealPath();
    } catch (IOException e) {
      return name;
    }
  }

  private static List<String> serialPorts() {
    List<String> ports = new ArrayList<>();
    STABLE_NAMES.forEach(folder -> ports.addAll(nodes(folder, "")));
    ports.addAll(nodes(Path.of("/dev"), "ttyUSB"));
    ports.addAll(nodes(Path.of("/dev"), "ttyACM"));
    nodes(Path.of("/dev"), "ttyS").stream().filter(Inventory::isBuiltIn).forEach(ports::add);
    return ports;
  }

  /** The kernel names more ports of a mainboard than there are; those have no kind (0). */
  private static boolean isBuiltIn(String node) {
    Path kind = Path.of("/sys/class/tty", Path.of(node).getFileName().toString(), "type");
    try {
      return !Files.readString(kind).strip().equals("0");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> usb() {
    return UsbBus.ofThisMachine().devices().stream()
        .map(device -> (device.id() + " " + device.name()).strip())
        .toList();
  }

  private static List<String> queues() {
    try {
      return CupsQueues.at(CupsQueues.OF_THIS_MACHINE, SPOOLER_LIMIT).stream()
          .map(queue -> (queue.address() + " " + queue.model()).strip())
          .toList();
    } catch (IOException e) {
      // Most terminals have none: A4 printers are spoken to themselves.
      return List.of();
    }
  }

  private static List<String> nodes(Path folder, String begin) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(node -> node.getFileName().toString().startsWith(begin))
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
