package yibao.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.app.doctor.Finding;
import yibao.telemetry.DefaultsSeal;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Message;

/** What a terminal goes by where its hall says something, too. */
class ConfigInUseTest {
  private static final String OWN =
      """
      region: yunlan
      hall: 云岚大厅
      terminal: YL-01
      port: 8080
      data: %1$s/data
      keys: %1$s/keys
      regions: %1$s/regions
      care: {position: 一层东侧, updates: https://own.example/}
      platform:
        address: http://127.0.0.1:9/
        profile: %1$s/sandbox.yaml
        organisation: H63010000001
        organisationName: 云岚大厅
        mac: 02-00-00-00-00-01
        ip: 127.0.0.1
      telemetry: {hall: yunlan-01, name: T-01, host: 127.0.0.1, port: 1883, orders: %1$s/orders.pub}
      devices: {}
      """;
  private static final String DEFAULTS =
      """
      care: {opening: "08:30", updates: https://hall.example/}
      access: {large: true, voice: false}
      hours:
        workdays: ["09:00-12:00", "13:30-17:00"]
      """;

  @TempDir private Path folder;
  private Path file;
  private KeyPair hall;

  @BeforeEach
  void configured() throws Exception {
    hall = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(
        folder.resolve("orders.pub"),
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(hall.getPublic().getEncoded())));
    file = Files.writeString(folder.resolve("terminal.yaml"), OWN.formatted(folder));
  }

  private Optional<String> take(String text, long number) {
    HallDefaults defaults = new HallDefaults("yunlan-01", number, text);
    return ConfigInUse.read(file).take(sealed(defaults), defaults);
  }

  private Message.Defaults sealed(HallDefaults defaults) {
    return DefaultsSeal.seal(defaults, hall.getPrivate());
  }

  private Finding told() {
    return ConfigInUse.read(file).findings().getFirst();
  }

  @Test
  void where_the_terminal_says_nothing_the_hall_does() {
    assertEquals(Optional.empty(), take(DEFAULTS, 1));

    TerminalConfig config = ConfigInUse.start(file).config();

    assertEquals(Optional.of(LocalTime.of(9, 0)), config.opening());
    assertTrue(config.access().orElseThrow().large());
    assertEquals(Optional.of("08:30"), config.care().orElseThrow().opening());
    assertEquals("一层东侧", config.care().orElseThrow().position().orElseThrow());
    assertEquals("https://own.example/", config.care().orElseThrow().updates().orElseThrow() + "");
    assertEquals("第 1 版，用了 care.opening、access、hours", told().what().isEmpty() ? "" : said());
  }

  private String said() {
    return told().text().replaceFirst("^.*?：", "").strip();
  }

  @Test
  void the_technicians_page_works_on_the_terminals_own_file() {
    take(DEFAULTS, 1);

    ConfigInUse inUse = ConfigInUse.start(file);

    assertEquals(TerminalConfig.read(file), inUse.own());
    assertTrue(inUse.own().hours().isEmpty());
  }

  /** Each would do harm; none is taken, and the doctor says where and what to write. */
  @TestFactory
  Stream<DynamicTest> what_cannot_be_used_is_refused_with_file_and_line() {
    return Stream.of(
            List.of("access: {large: maybe, voice: true}", "defaults.yaml:1: access.large"),
            List.of("zone: Asia/Shanghai\nport: 9090", "defaults.yaml:2: 不认识的键“port”"),
            List.of("data: /tmp/elsewhere", "defaults.yaml:1: 不认识的键“data”"),
            List.of("care: {technicians: /tmp/mine}", "defaults.yaml:1: 不认识的键“technicians”"),
            List.of("platform: {address: 'http://elsewhere/'}", "不认识的键“platform”"),
            List.of("zone: Mond/Krater", "defaults.yaml:1: zone"),
            List.of(
                "# 时间\nhours: {workdays: ['09:00-12:00', '11:00-13:00']}",
                "defaults.yaml:2: hours"),
            List.of("hours: [", "YAML 写法有误"))
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.getFirst(),
                    () -> {
                      take(DEFAULTS, 1);

                      String why = take(broken.getFirst(), 2).orElseThrow();

                      assertTrue(why.contains(broken.getLast()), why);
                      assertEquals(Finding.Verdict.WARNING, told().verdict());
                      assertTrue(told().text().contains(broken.getLast()), told().text());
                      assertTrue(
                          ConfigInUse.start(file).config().hours().isPresent(),
                          "those before stay in use");
                    }));
  }

  @Test
  void defaults_that_failed_two_starts_give_way_to_those_before() throws IOException {
    take("access: {large: true, voice: false}", 1);
    ConfigInUse.start(file).served();
    take("access: {large: true, voice: true}", 2);

    for (int start = 0; start < 2; start++) {
      assertTrue(ConfigInUse.start(file).config().access().orElseThrow().voice());
    }
    ConfigInUse third = ConfigInUse.start(file);

    assertEquals(false, third.config().access().orElseThrow().voice());
    assertEquals(Optional.of(2L), third.givenUp());
    assertTrue(told().text().contains("第 2 版两次没有启动成功"), told().text());
  }

  @Test
  void the_first_defaults_that_failed_two_starts_leave_the_terminal_to_itself() {
    take("access: {large: true, voice: true}", 1);
    ConfigInUse.start(file);
    ConfigInUse.start(file);

    assertEquals(TerminalConfig.read(file), ConfigInUse.start(file).config());
  }

  @Test
  void defaults_that_served_stay_however_often_the_terminal_is_started() {
    take("access: {large: true, voice: true}", 1);
    ConfigInUse.start(file).served();

    for (int start = 0; start < 5; start++) {
      assertTrue(ConfigInUse.start(file).config().access().isPresent());
    }
  }

  @Test
  void whoever_can_write_the_disk_cannot_say_what_the_hall_says() throws IOException {
    take(DEFAULTS, 1);
    Path kept = folder.resolve("data/defaults/in-use.json");
    String other =
        Files.readString(kept).replaceFirst("\"signature\":\"....", "\"signature\":\"AAAA");
    Files.writeString(kept, other);

    assertEquals(TerminalConfig.read(file), ConfigInUse.start(file).config());
  }

  @Test
  void an_empty_text_leaves_each_terminal_to_itself() {
    take(DEFAULTS, 1);
    ConfigInUse.start(file).served();

    assertEquals(Optional.empty(), take("", 2));
    assertEquals(TerminalConfig.read(file), ConfigInUse.start(file).config());
  }

  @Test
  void a_key_the_terminal_says_itself_later_wins_over_defaults_that_are_kept() throws IOException {
    take(DEFAULTS, 1);

    Files.writeString(file, OWN.formatted(folder) + "access: {large: false, voice: true}\n");

    assertTrue(ConfigInUse.start(file).config().access().orElseThrow().voice());
  }
}
