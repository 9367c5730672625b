package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import yibao.kiosk.app.command.DoctorCommand;
import yibao.kiosk.app.doctor.Finding;

/** Breaks a configuration that names every key there is, one key at a time. */
class BrokenConfigTest {

  /** A line, the key that stands in it, and values it must not take. */
  private record Breakable(String line, String key, List<String> broken) {
    private static Breakable of(String line, String key, String... broken) {
      return new Breakable(line, key, List.of(broken));
    }
  }

  private static final String NOT_TEXT = "[1, 2]";

  /** Every line of a configuration; those that stand for one value say how it can be wrong. */
  private static final List<Breakable> LINES =
      List.of(
          Breakable.of("region: yunlan", "region", "Qinghai", "'../x'", "12", NOT_TEXT, ""),
          Breakable.of("pool: '630100'", "pool", "630100", "'63'", "西宁", ""),
          Breakable.of("hall: 云岚大厅", "hall", "'   '", "一二三四五六七八九十一二三四五六七八九十一", "7", ""),
          Breakable.of("terminal: YL-01", "terminal", "''", "0123456789-0123456789-0", "12", ""),
          Breakable.of("zone: Asia/Shanghai", "zone", "北京时间", "8", ""),
          Breakable.of("port: 8080", "port", "70000", "-1", "八零", "'8080'", ""),
          Breakable.of("data: /var/lib/kiosk", "data", "' '", "5", ""),
          Breakable.of("keys: /etc/kiosk/keys", "keys", "/var/lib/kiosk", NOT_TEXT, ""),
          Breakable.of("regions: /usr/share/regions", "regions", "{}", ""),
          Breakable.of("seal: /etc/kiosk/seal.yaml", "seal", "{}", ""),
          Breakable.of("backup: /mnt/journal.db", "backup", "/var/lib/kiosk/copy.db", "[]", ""),
          Breakable.of("staff: /etc/kiosk/staff", "staff", "{}", "credential:staff", ""),
          Breakable.of("platform:", ""),
          Breakable.of(
              "  address: http://127.0.0.1:9/",
              "platform.address",
              "10.0.0.1",
              "ftp://a/",
              "'http://a b/'",
              ""),
          Breakable.of("  profile: /usr/share/sandbox.yaml", "platform.profile", "{}", ""),
          Breakable.of(
              "  organisation: H63010000001", "platform.organisation", "H63", "630100", ""),
          Breakable.of("  organisationName: 云岚大厅", "platform.organisationName", "''", "5", ""),
          Breakable.of("  mac: 02-00-00-00-00-01", "platform.mac", "02-00", "网卡", ""),
          Breakable.of("  ip: 127.0.0.1", "platform.ip", "本机", "127", ""),
          Breakable.of("  gateway: /etc/kiosk/gateway.yaml", "platform.gateway", "[]", ""),
          Breakable.of("glass:", ""),
          Breakable.of("  lowerEdge: 800", "glass.lowerEdge", "1300", "-1", "八百", ""),
          Breakable.of("  orientation: portrait", "glass.orientation", "竖", "1", ""),
          Breakable.of("  diagonal: 21.5", "glass.diagonal", "9", "900", "大", ""),
          Breakable.of("  viewingDistance: 600", "glass.viewingDistance", "60", "远", ""),
          Breakable.of("care:", ""),
          Breakable.of("  technicians: /etc/kiosk/technicians", "care.technicians", "{}", ""),
          Breakable.of("  opening: '08:30'", "care.opening", "8", "'8:30'", "'25:00'", ""),
          Breakable.of("  position: 一层东侧", "care.position", "''", "3", ""),
          Breakable.of(
              "  updates: https://update.example/kiosk/",
              "care.updates",
              "update.example",
              "ftp://a/",
              "'http://a b/'",
              ""),
          Breakable.of("access:", ""),
          Breakable.of("  large: true", "access.large", "大", "1", ""),
          Breakable.of("  voice: false", "access.voice", "有", "''", ""),
          Breakable.of("hours:", ""),
          Breakable.of(
              "  workdays: ['09:00-12:00', '13:30-17:00']",
              "hours.workdays",
              "九点",
              "['9:00-12:00']",
              "['09:00-12:00', '11:00-17:00']",
              ""),
          Breakable.of("  restDays: []", "hours.restDays", "['17:00-09:00']", ""),
          Breakable.of("  lastStart: 10", "hours.lastStart", "-1", "121", "十", ""),
          Breakable.of(
              "  special: [{from: '2027-02-05', reason: 春节前检修}]",
              "hours.special",
              "[{from: 2月5日}]",
              "[{from: '2027-02-05', to: '2027-02-01'}]",
              ""),
          Breakable.of("network:", ""),
          Breakable.of("  host: 10.1.2.3", "network.host", "''", "1", ""),
          Breakable.of("  port: 8443", "network.port", "99999", "x", ""),
          Breakable.of(
              "  address: https://10.1.2.3:8443/",
              "network.address",
              "http://10.1.2.3/",
              "https://10.1.2.3",
              ""),
          Breakable.of("  certificates: /etc/kiosk/hall.pem", "network.certificates", "{}", ""),
          Breakable.of("  key: /etc/kiosk/hall.key", "network.key", "{}", "credential:hall", ""),
          Breakable.of("telemetry:", ""),
          Breakable.of("  hall: xining-01", "telemetry.hall", "西宁", "'a b'", "1", ""),
          Breakable.of("  name: T-01", "telemetry.name", "'T/01'", "5", ""),
          Breakable.of("  host: broker.hall", "telemetry.host", "''", "1", ""),
          Breakable.of("  port: 8883", "telemetry.port", "0", "70000", ""),
          Breakable.of(
              "  others: [{host: broker2.hall, port: 8883}]", "telemetry.others", "{}", "[1]", ""),
          Breakable.of("  authority: /etc/kiosk/hall-ca.pem", "telemetry.authority", "{}", ""),
          Breakable.of("  certificate: /etc/kiosk/t-01.pem", "telemetry.certificate", "{}", ""),
          Breakable.of("  key: /etc/kiosk/t-01.key", "telemetry.key", "{}", "credential:t-01", ""),
          Breakable.of("  orders: /etc/kiosk/hall-orders.pem", "telemetry.orders", "{}", ""),
          Breakable.of("queue:", ""),
          Breakable.of("  address: http://10.1.2.4/", "queue.address", "10.1.2.4", "ftp://a/", ""),
          Breakable.of("devices:", ""),
          Breakable.of("  idCard:", ""),
          Breakable.of("    usb: '0400:c35a'", "devices.idCard.usb", "免驱", "400", ""),
          Breakable.of("    dialect: standard", "devices.idCard.dialect", "other", "1", ""),
          Breakable.of("  ssCard:", ""),
          Breakable.of("    reader: EMV", "devices.ssCard.reader", "''", "5", ""),
          Breakable.of("  scan:", ""),
          Breakable.of("    port: /dev/scan", "devices.scan.port", "COM3", ""),
          Breakable.of("    baud: 9600", "devices.scan.baud", "9", "快", ""),
          Breakable.of("    protocol: gm65", "devices.scan.protocol", "usb", "1", ""),
          Breakable.of("    ending: silence", "devices.scan.ending", "cr", "1", ""),
          Breakable.of("  documentCamera:", ""),
          Breakable.of("    label: HD", "devices.documentCamera.label", "5", "''", ""),
          Breakable.of("    lamp: /sys/class/leds/lamp", "devices.documentCamera.lamp", "灯", ""),
          Breakable.of("  printer:", ""),
          Breakable.of("    serial:", ""),
          Breakable.of("      port: /dev/printer", "devices.printer.serial.port", "LPT1", ""),
          Breakable.of("      baud: 115200", "devices.printer.serial.baud", "11", "'115200'", ""),
          Breakable.of("    dots: 576", "devices.printer.dots", "80", "宽", ""),
          Breakable.of("    proof: paper_sensor", "devices.printer.proof", "ok", ""),
          Breakable.of("    qr: printer", "devices.printer.qr", "both", ""),
          Breakable.of("  a4:", ""),
          Breakable.of(
              "    address: ipp://localhost/printers/a4",
              "devices.a4.address",
              "http://localhost/",
              "打印机",
              ""),
          Breakable.of("  certified:", ""),
          Breakable.of("    plugin: service", "devices.certified.plugin", "''", "5", ""),
          Breakable.of(
              "    settings: {address: 'http://127.0.0.1:9/'}",
              "devices.certified.settings",
              "x",
              "{address: 5}",
              ""),
          Breakable.of("    face: true", "devices.certified.face", "有", "1", ""));

  /** Kinds of line of which a terminal has only one; they are broken in their own place. */
  private static final Set<String> ONE_OF_SEVERAL =
      Set.of(
          "devices.idCard.serial",
          "devices.codeCamera",
          "devices.printer.network",
          "devices.printer.usb");

  @TempDir private Path folder;

  /** A configuration that names every key a terminal can have at once. */
  static String whole() {
    return String.join("\n", LINES.stream().map(Breakable::line).toList()) + "\n";
  }

  private String fault(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), text);
    return assertThrows(TerminalConfig.Unusable.class, () -> TerminalConfig.read(file))
        .getMessage();
  }

  @Test
  void whole_it_is_one_that_can_be_used() throws IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), whole());

    assertEquals("云岚大厅", TerminalConfig.read(file).hall());
  }

  @TestFactory
  Stream<DynamicTest> a_broken_value_is_told_with_file_and_line_key_and_remedy() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int at = 0; at < LINES.size(); at++) {
      Breakable breakable = LINES.get(at);
      for (String value : breakable.broken()) {
        int line = at;
        tests.add(
            DynamicTest.dynamicTest(
                breakable.key() + ": " + value, () -> tellsOf(breakable, line, value)));
      }
    }
    return tests.stream();
  }

  private void tellsOf(Breakable breakable, int at, String value) throws IOException {
    List<String> lines = new ArrayList<>(LINES.stream().map(Breakable::line).toList());
    String line = lines.get(at);
    lines.set(at, line.substring(0, line.indexOf(':') + 1) + " " + value);

    String told = fault(String.join("\n", lines) + "\n");

    assertTrue(told.contains("terminal.yaml:" + (at + 1) + ": "), told);
    assertTrue(told.contains(breakable.key()), told);
    assertTrue(told.contains("；"), told);
    assertEquals(1, told.lines().count(), told);
  }

  @TestFactory
  Stream<DynamicTest> a_misspelt_key_is_told_with_its_line() {
    return LINES.stream()
        .filter(breakable -> !breakable.key().isEmpty())
        .map(
            breakable ->
                DynamicTest.dynamicTest(
                    breakable.key(),
                    () -> {
                      int at = LINES.indexOf(breakable);
                      List<String> lines =
                          new ArrayList<>(LINES.stream().map(Breakable::line).toList());
                      String key = lines.get(at).strip().split(":")[0];
                      lines.set(at, lines.get(at).replaceFirst(key + ":", key + "x:"));

                      String told = fault(String.join("\n", lines) + "\n");

                      assertTrue(
                          told.contains("terminal.yaml:" + (at + 1) + ": 不认识的键“" + key + "x”"),
                          told);
                    }));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws IOException {
    String told =
        fault(
            whole()
                .replace("port: 8080", "port: x")
                .replace("hall: 云岚大厅\n", "")
                .replace("dots: 576", "dots: 1"));

    assertEquals(3, told.lines().count(), told);
    assertTrue(told.contains("缺少“hall”；要写成：大厅名称"), told);
  }

  @Test
  void what_is_no_yaml_or_not_there_is_told() throws IOException {
    assertTrue(fault("region: [").contains("YAML 写法有误"));
    assertTrue(fault("").contains("文件是空的"));
    assertTrue(
        assertThrows(
                TerminalConfig.Unusable.class,
                () -> TerminalConfig.read(folder.resolve("absent.yaml")))
            .getMessage()
            .contains("读不出文件"));
  }

  @Test
  void doctor_names_every_fault_with_its_line_and_ends_with_faults_found() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("terminal.yaml"),
            whole().replace("port: 8080", "port: x").replace("dots: 576", "dots: 1"));
    StringWriter out = new StringWriter();

    int code =
        new CommandLine(new DoctorCommand())
            .setOut(new PrintWriter(out))
            .execute("--config", file.toString());

    assertEquals(1, code);
    assertTrue(out.toString().contains("terminal.yaml:6: port"), out.toString());
    assertTrue(out.toString().contains("发现 2 个问题"), out.toString());
  }

  @Test
  void a_file_the_configuration_names_and_that_is_not_there_is_told_by_its_key()
      throws IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), whole());

    List<String> told =
        NamedFiles.look(TerminalConfig.read(file)).stream().map(Finding::what).toList();

    assertEquals(
        List.of(
            "配置 regions",
            "配置 network.certificates",
            "配置 network.key",
            "配置 telemetry.authority",
            "配置 telemetry.certificate",
            "配置 telemetry.key",
            "配置 telemetry.orders",
            "配置 platform.profile",
            "配置 platform.gateway",
            "配置 staff",
            "配置 care.technicians",
            "配置 seal"),
        told);
  }

  @Test
  void no_key_of_the_schema_is_left_out_of_these_tests() throws IOException {
    Set<String> known = new TreeSet<>();
    try (InputStream in =
        BrokenConfigTest.class.getResourceAsStream("/schema/terminal.schema.json")) {
      JsonNode schema = new ObjectMapper().readTree(in);
      keys(schema, schema, "", known);
    }
    LINES.forEach(breakable -> known.remove(breakable.key()));
    known.removeIf(
        key ->
            ONE_OF_SEVERAL.stream()
                .anyMatch(other -> key.equals(other) || key.startsWith(other + ".")));

    assertEquals(Set.of(), known);
  }

  /** The keys that stand for one value. */
  private static void keys(JsonNode schema, JsonNode node, String path, Set<String> found) {
    JsonNode meant = node.has("$ref") ? schema.at(node.path("$ref").asText().substring(1)) : node;
    if (meant.has("properties")) {
      meant
          .path("properties")
          .properties()
          .forEach(
              child ->
                  keys(
                      schema,
                      child.getValue(),
                      path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                      found));
    } else {
      found.add(path);
    }
  }
}
