package yibao.kiosk.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.app.TerminalConfig;
import yibao.kiosk.web.SetupDesk;
import yibao.kiosk.web.SetupDesk.Option;

class SetupServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:30:00Z");
  private static final String BARE =
      """
      region: yunlan
      hall: 云岚大厅
      terminal: YL-01
      port: 8080
      data: /var/lib/kiosk
      keys: /etc/kiosk/keys
      regions: /usr/share/kiosk/regions
      platform:
        address: http://127.0.0.1:9/
        profile: /usr/share/kiosk/provinces/sandbox.yaml
        organisation: H63010000001
        organisationName: 云岚大厅
        mac: 02-00-00-00-00-01
        ip: 127.0.0.1
      devices: {}
      """;

  @TempDir private Path folder;
  private final SetupPlan plan = SetupPlan.shipped();
  private Found found = Found.pass("好");
  private boolean signed;
  private SetupService setup;

  @BeforeEach
  void open() throws IOException {
    setup = opened(() -> List.of(new Option("yunlan", "云岚市")), Runnable::run);
  }

  private SetupService opened(Supplier<List<Option>> regions, Executor threads) throws IOException {
    TerminalConfig running =
        TerminalConfig.read(Files.writeString(folder.resolve("running.yaml"), BARE));
    return new SetupService(
        plan,
        SetupBook.open(folder.resolve("setup/results.json")),
        new ProposedConfig(folder.resolve("setup/terminal.yaml"), running, signed),
        new Choices(
            () ->
                new Choices.Plugged(
                    List.of("/dev/yibao/serial-1"),
                    List.of("0400:c35a reader"),
                    List.of("EMV 00"),
                    List.of("/dev/usb/lp0")),
            regions),
        _ -> found,
        () -> new byte[0],
        Optional.empty(),
        InstantSource.fixed(NOW),
        threads);
  }

  @Test
  void a_check_that_ends_while_the_page_is_made_is_told_as_under_way_or_with_its_result()
      throws IOException {
    Queue<Runnable> begun = new ArrayDeque<>();
    // The first step's choice of regions is looked up between the book and the third step.
    setup =
        opened(
            () -> {
              while (!begun.isEmpty()) {
                begun.remove().run();
              }
              return List.of(new Option("yunlan", "云岚市"));
            },
            begun::add);
    setup.begin("geometry", "T001");

    SetupDesk.Check check = step("screen").checks().getFirst();

    assertTrue(check.running() || check.result().isPresent(), "neither: nobody asks again");
    assertTrue(step("screen").checks().getFirst().result().isPresent());
  }

  private SetupDesk.Step step(String id) {
    return setup.page().steps().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private String value(String step, String key) {
    return step(step).fields().stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private TerminalConfig proposed() {
    return TerminalConfig.read(folder.resolve("setup/terminal.yaml"));
  }

  @Test
  void there_are_ten_steps_and_all_are_open_at_first() {
    assertEquals(10, setup.page().steps().size());
    assertTrue(setup.page().steps().stream().allMatch(it -> it.state().equals("open")));
    assertFalse(setup.page().changed());
  }

  @Test
  void what_is_measured_becomes_a_configuration_that_can_be_used() {
    assertEquals(
        List.of(),
        setup.save(
            "screen",
            Map.of(
                "glass.orientation", "portrait",
                "glass.diagonal", "21.5",
                "glass.lowerEdge", "900",
                "glass.viewingDistance", "600")));

    assertTrue(setup.page().changed());
    assertEquals(900, proposed().glass().orElseThrow().lowerEdge());
    assertEquals("21.5", value("screen", "glass.diagonal"));
  }

  @Test
  void every_device_that_can_be_chosen_makes_a_configuration_that_can_be_used() {
    for (SetupDesk.Field field : step("devices").fields()) {
      for (SetupDesk.Option option : field.options()) {
        assertEquals(
            List.of(), setup.save("devices", Map.of(field.key(), option.value())), option.label());
        assertEquals(option.value(), value("devices", field.key()));
        proposed();
      }
    }
  }

  @Test
  void a_wrong_value_is_told_and_nothing_is_kept() {
    List<String> faults = setup.save("screen", Map.of("glass.lowerEdge", "八百"));

    assertFalse(faults.isEmpty());
    assertTrue(faults.stream().anyMatch(it -> it.contains("glass.lowerEdge")), faults.toString());
    assertFalse(setup.page().changed());
  }

  @Test
  void the_same_values_twice_are_the_same_configuration() throws IOException {
    Map<String, String> values = Map.of("terminal", "007", "pool", "630100", "care.position", "一层");
    setup.save("site", values);
    String once = Files.readString(folder.resolve("setup/terminal.yaml"));

    setup.save("site", values);

    assertEquals(once, Files.readString(folder.resolve("setup/terminal.yaml")));
    assertEquals("007", proposed().terminal());
  }

  @Test
  void an_emptied_value_is_taken_out() {
    setup.save("site", Map.of("pool", "630100"));
    setup.save("site", Map.of("pool", ""));

    assertEquals(Optional.empty(), proposed().pool());
    assertFalse(setup.page().changed());
  }

  @Test
  void where_only_a_signed_configuration_is_served_nothing_is_proposed_but_it_is_signed_for()
      throws IOException {
    signed = true;
    open();

    assertTrue(setup.page().signed());
    List<String> told = setup.save("site", Map.of("terminal", "007"));
    assertTrue(told.getFirst().contains("签过名"), told.toString());
    assertFalse(setup.page().changed());

    assertEquals(List.of(), setup.save("acceptance", Map.of("signed.technician", "T001")));
    assertEquals("T001", value("acceptance", "signed.technician"));
  }

  @Test
  void a_device_that_is_set_is_told_without_the_signs_of_its_file() {
    setup.save("devices", Map.of("devices.idCard", "{\"serial\":{\"port\":\"/dev/gone\"}}"));

    assertTrue(
        step("devices").fields().getFirst().options().stream()
            .anyMatch(option -> option.label().equals("现在的：/dev/gone")));
  }

  @Test
  void a_result_stays_until_the_check_is_made_again_and_over_a_restart() throws IOException {
    found = Found.fail("没有应答");
    setup.begin("platform", "T1");
    assertEquals("failed", step("network").state());
    open();
    assertEquals("failed", step("network").state());

    found = Found.pass("连得上");
    setup.begin("platform", "T2");

    SetupDesk.Result result = step("network").checks().getFirst().result().orElseThrow();
    assertEquals(new SetupDesk.Result("pass", "连得上", NOW, "T2"), result);
  }

  @Test
  void a_person_cannot_pass_what_the_machine_can_tell() {
    assertFalse(setup.judge("platform", "pass", "", "T1"));
    assertTrue(setup.judge("legible", "pass", "", "T1"));
    assertFalse(setup.judge("legible", "well", "", "T1"));
    assertFalse(setup.judge("nothing", "pass", "", "T1"));
  }

  @Test
  void it_is_accepted_only_when_every_check_has_been_passed() {
    assertTrue(
        setup.accept("T1").contains("与当地公布的清单一致") || setup.accept("T1").contains("清单的版本和事项数"));
    for (SetupPlan.Step step : plan.steps()) {
      for (SetupPlan.Check check : step.checks()) {
        assertEquals(Optional.empty(), setup.page().acceptedAt());
        if (check.by() == SetupPlan.By.MACHINE) {
          setup.begin(check.id(), "T1");
        } else {
          setup.judge(check.id(), "pass", "", "T1");
        }
      }
    }

    assertEquals(List.of(), setup.accept("T1"));
    assertEquals(Optional.of(NOW), setup.page().acceptedAt());
    assertTrue(setup.page().steps().stream().allMatch(it -> it.state().equals("done")));
  }
}
