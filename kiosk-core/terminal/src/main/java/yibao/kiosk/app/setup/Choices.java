package yibao.kiosk.app.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import yibao.devices.scan.ScanProtocol;
import yibao.kiosk.web.SetupDesk.Option;

/** What a technician can choose from: what is plugged in, and the regions there are. */
public final class Choices {
  private static final Option NONE = new Option("", "没有");

  private final Supplier<Plugged> plugged;
  private final Supplier<List<Option>> regions;

  /**
   * What is plugged into this machine.
   *
   * @param serial paths of serial lines, the stable names first
   * @param usb devices on the bus, each {@code 0400:c35a name}
   * @param readers names of smart-card readers
   * @param printers nodes of USB printers
   */
  public record Plugged(
      List<String> serial, List<String> usb, List<String> readers, List<String> printers) {}

  /** Choices as they are at each look. */
  public Choices(Supplier<Plugged> plugged, Supplier<List<Option>> regions) {
    this.plugged = plugged;
    this.regions = regions;
  }

  /**
   * The options of a list; what is set already is one of them.
   *
   * @param name of the list in the plan
   */
  List<Option> of(String name, String value) {
    List<Option> options = new ArrayList<>(found(name));
    Optional<Option> known =
        options.stream().filter(it -> compact(it.value()).equals(compact(value))).findFirst();
    if (known.isEmpty()) {
      options.add(new Option(value, "现在的：" + told(value)));
    } else {
      options.replaceAll(it -> it == known.get() ? new Option(value, it.label()) : it);
    }
    return options;
  }

  /** The values of a setting without its keys, as people can read them. */
  private static String told(String yaml) {
    List<String> values = new ArrayList<>();
    leaves(ProposedConfig.tree(yaml), values);
    return String.join("，", values);
  }

  private static void leaves(JsonNode node, List<String> values) {
    if (node.isValueNode()) {
      values.add(node.asText());
    } else {
      node.forEach(child -> leaves(child, values));
    }
  }

  private static String compact(String yaml) {
    return yaml.replaceAll("[\"\\s]", "");
  }

  private List<Option> found(String name) {
    Plugged now = plugged.get();
    return switch (name) {
      case "regions" -> regions.get();
      case "orientations" ->
          List.of(
              new Option("", "没有量"), new Option("portrait", "竖屏"), new Option("landscape", "横屏"));
      case "flag" ->
          List.of(new Option("", "没有定"), new Option("true", "是"), new Option("false", "否"));
      case "camera" -> List.of(NONE, new Option("{}", "屏幕上的摄像头"));
      case "idCard" ->
          with(
              now.usb().stream()
                  .filter(device -> device.startsWith("0400:"))
                  .map(
                      device ->
                          new Option(
                              "{\"usb\":\"" + device.split(" ")[0] + "\"}", "USB " + device)),
              now.serial().stream()
                  .map(port -> new Option("{\"serial\":{\"port\":\"" + port + "\"}}", port)));
      case "ssCard" ->
          with(
              now.readers().stream()
                  .map(reader -> new Option("{\"reader\":\"" + reader + "\"}", reader)),
              Stream.empty());
      case "scan" ->
          with(
              now.serial().stream()
                  .flatMap(
                      port ->
                          Stream.of(ScanProtocol.values())
                              .map(
                                  protocol ->
                                      scanner(
                                          port,
                                          protocol.name().toLowerCase(java.util.Locale.ROOT)))),
              Stream.empty());
      case "printer" ->
          with(
              now.printers().stream()
                  .map(
                      node -> new Option("{\"usb\":\"" + node + "\",\"dots\":576}", "USB " + node)),
              now.serial().stream()
                  .map(
                      port ->
                          new Option(
                              "{\"serial\":{\"port\":\""
                                  + port
                                  + "\",\"baud\":115200},\"dots\":576}",
                              port + "，115200，80 毫米纸")));
      default -> throw new IllegalArgumentException("the plan names a list there is not: " + name);
    };
  }

  private static Option scanner(String port, String protocol) {
    return new Option(
        "{\"port\":\"" + port + "\",\"baud\":9600,\"protocol\":\"" + protocol + "\"}",
        port + "，" + protocol);
  }

  private static List<Option> with(Stream<Option> first, Stream<Option> then) {
    return Stream.of(Stream.of(NONE), first, then).flatMap(options -> options).toList();
  }
}
