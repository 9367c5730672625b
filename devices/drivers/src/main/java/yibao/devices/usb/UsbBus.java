package yibao.devices.usb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is plugged into USB, as the kernel lists it (sysfs). */
public final class UsbBus {
  private static final int HEX = 16;

  private final Path sys;

  /**
   * @param sys the kernel's list, {@code /sys/bus/usb/devices} on a real machine
   */
  public UsbBus(Path sys) {
    this.sys = sys;
  }

  /** This machine's. */
  public static UsbBus ofThisMachine() {
    return new UsbBus(Path.of("/sys/bus/usb/devices"));
  }

  /**
   * A device.
   *
   * @param id maker and kind
   * @param name what it calls itself, possibly empty
   * @param serial its serial number, where it has one
   * @param node its file under {@code /dev/bus/usb}
   * @param folder its folder in the kernel's list
   */
  public record Plugged(UsbId id, String name, Optional<String> serial, Path node, Path folder) {}

  /**
   * The pipes of an interface.
   *
   * @param number of the interface
   * @param out address of the pipe to the device
   * @param in address of the pipe from it
   */
  record Pipes(int number, int out, int in) {}

  /** Everything that is plugged in; nothing where the machine has no USB. */
  public List<Plugged> devices() {
    return children(sys).stream().flatMap(folder -> device(folder).stream()).toList();
  }

  /** The first interface of a device with a bulk pipe each way. */
  Optional<Pipes> pipes(Plugged device) {
    return children(device.folder()).stream()
        .filter(face -> text(face, "bInterfaceNumber").isPresent())
        .flatMap(face -> pipesOf(face).stream())
        .findFirst();
  }

  private static Optional<Pipes> pipesOf(Path face) {
    List<Integer> bulk =
        children(face).stream()
            .filter(end -> text(end, "type").filter("Bulk"::equals).isPresent())
            .flatMap(end -> number(end, "bEndpointAddress", HEX).stream())
            .toList();
    Optional<Integer> out = bulk.stream().filter(address -> address < 0x80).findFirst();
    Optional<Integer> in = bulk.stream().filter(address -> address >= 0x80).findFirst();
    return out.isPresent() && in.isPresent()
        ? number(face, "bInterfaceNumber", HEX).map(n -> new Pipes(n, out.get(), in.get()))
        : Optional.empty();
  }

  private static Optional<Plugged> device(Path folder) {
    Optional<Integer> vendor = number(folder, "idVendor", HEX);
    Optional<Integer> product = number(folder, "idProduct", HEX);
    Optional<Integer> bus = number(folder, "busnum", 10);
    Optional<Integer> address = number(folder, "devnum", 10);
    return Stream.of(vendor, product, bus, address).allMatch(Optional::isPresent)
        ? Optional.of(
            new Plugged(
                new UsbId(vendor.get(), product.get()),
                text(folder, "product").orElse(""),
                text(folder, "serial"),
                Path.of("/dev/bus/usb/%03d/%03d".formatted(bus.get(), address.get())),
                folder))
        : Optional.empty();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      // It was unplugged while we looked.
      return List.of();
    }
  }

  private static Optional<Integer> number(Path folder, String name, int radix) {
    try {
      return text(folder, name).map(text -> Integer.parseInt(text, radix));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
