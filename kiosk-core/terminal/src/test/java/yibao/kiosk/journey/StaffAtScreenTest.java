package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Pins;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.StaffCards;

/** Staff sign in at the screen by card and PIN, and change paper there. */
class StaffAtScreenTest {
  private static final String PIN = "270914";
  private static final IdentityDocument STAFFS =
      new IdentityDocument.ResidentCard(
          "示例员",
          "630102199003071020",
          Sex.FEMALE,
          LocalDate.of(1990, 3, 7),
          new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
          "汉",
          "示例路2号");

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAHall() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  private void givenAHallThatKnowsACard() {
    givenAHall();
    hall.staffCards.register(
        "id-card " + STAFFS.number(),
        new StaffCards.Holder("1023", Pins.hash(PIN), "chief", hall.time.instant()));
  }

  private Step.Staff at(String title) {
    return screen.await(Step.Staff.class, step -> step.title().equals(title));
  }

  private Step.Staff signedIn() {
    hall.cards.lay(STAFFS);
    at("工作人员登录");
    screen.answer("{\"pin\":\"" + PIN + "\"}");
    return at("工作人员操作");
  }

  private void choose(String choice) {
    screen.answer("{\"choice\":\"" + choice + "\"}");
  }

  private void untilOnePrinterStep(String title) {
    choose("printer");
    at("请打开凭条打印机");
    choose("next");
    at("请放入新纸卷");
    choose("next");
    at("换的是新纸吗？");
    choose("fresh");
    at(title);
  }

  private List<String> recorded() {
    return hall.audit.latest(50).stream().filter(line -> line.contains("1023")).toList();
  }

  private boolean isRecorded(String what, String outcome) {
    return recorded().stream().anyMatch(it -> it.contains(what) && it.contains(outcome));
  }

  @Test
  void a_registered_card_and_its_pin_open_the_desk_and_nothing_else_does() {
    givenAHallThatKnowsACard();

    hall.cards.lay(STAFFS);
    at("工作人员登录");
    screen.answer("{\"pin\":\"135790\"}");
    Step.Staff refused = screen.await(Step.Staff.class, step -> step.notice().isPresent());
    assertEquals("口令不对。还可以再试 4 次。", refused.notice().orElseThrow().text());
    screen.answer("{\"pin\":\"" + PIN + "\"}");

    List<String> choices = at("工作人员操作").choices().stream().map(Choice::id).toList();
    assertEquals(List.of("printer", "pause", "leave"), choices);
    assertTrue(isRecorded("staff.card-signed-in", "refused"));
    assertTrue(isRecorded("staff.card-signed-in", "\"ok\""));
  }

  @Test
  void after_five_wrong_pins_the_right_one_does_not_help_for_five_minutes_even_over_a_restart() {
    givenAHallThatKnowsACard();
    hall.cards.lay(STAFFS);
    at("工作人员登录");
    for (int left = 4; left > 0; left--) {
      String said = "口令不对。还可以再试 " + left + " 次。";
      screen.answer("{\"pin\":\"135790\"}");
      screen.await(
          Step.Staff.class, s -> s.notice().filter(n -> n.text().equals(said)).isPresent());
    }
    screen.answer("{\"pin\":\"135790\"}");
    screen.await(
        Step.Staff.class,
        s -> s.notice().filter(n -> n.code().equals("attend.pin.closed")).isPresent());

    hall.close();
    givenAHall();
    hall.cards.lay(STAFFS);
    at("工作人员登录");
    screen.answer("{\"pin\":\"" + PIN + "\"}");
    screen.await(
        Step.Staff.class,
        s -> s.notice().filter(n -> n.code().equals("attend.pin.closed")).isPresent());
    hall.time.pass(Duration.ofSeconds(80));
    screen.await(Step.class, step -> step.kind() != StepKind.STAFF);
    hall.cards.lift();
    hall.time.pass(Duration.ofMinutes(5));
    screen.await(Step.Attract.class);

    signedIn();
  }

  @Test
  void a_citizens_card_sees_nothing_of_it() {
    givenAHallThatKnowsACard();

    hall.cards.lay(FakeHall.card());

    assertEquals(
        Step.Identify.Phase.CONFIRM,
        screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.CONFIRM).phase());
  }

  @Test
  void whoever_works_here_may_come_as_a_citizen() {
    givenAHallThatKnowsACard();
    hall.cards.lay(STAFFS);
    at("工作人员登录");

    choose("own");

    screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.CONFIRM);
  }

  @Test
  void a_card_whose_account_is_gone_is_a_citizens() {
    givenAHallThatKnowsACard();
    hall.accounts.remove("1023");

    hall.cards.lay(STAFFS);

    screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.CONFIRM);
  }

  @Test
  void a_session_ends_by_itself_after_a_quiet_time() {
    givenAHallThatKnowsACard();
    signedIn();
    hall.cards.lift();

    hall.time.pass(Duration.ofSeconds(60));
    assertEquals(List.of(20), screen.warnings());
    hall.time.pass(Duration.ofSeconds(20));

    screen.await(Step.Attract.class);
  }

  @Test
  void paper_is_changed_step_by_step_and_the_terminal_is_back_once_the_printer_said_printed() {
    givenAHallThatKnowsACard();
    signedIn();
    hall.cards.lift();

    untilOnePrinterStep("测试条已打印");
    assertEquals(Optional.of("正在换纸"), hall.doors.paused());
    assertEquals(1, hall.printed.size());
    assertEquals(1, hall.paper.since(DeviceName.PRINTER).papers());
    assertEquals(Optional.of(hall.time.instant()), hall.paper.since(DeviceName.PRINTER).loadedAt());
    choose("in");

    assertEquals("换纸完成，本机已恢复服务。", at("工作人员操作").notice().orElseThrow().text());
    assertEquals(Optional.empty(), hall.doors.paused());
    choose("leave");
    assertEquals(Optional.empty(), screen.await(Step.Attract.class).closed());
    for (String deed :
        List.of(
            "printer.paper-change-begun", "printer.paper-loaded", "printer.paper-change-done")) {
      assertTrue(isRecorded(deed, "\"ok\""), deed);
    }
    assertTrue(isRecorded("printer.paper-tested", "printed"));
  }

  @Test
  void without_the_printers_word_it_stays_out_of_service() {
    givenAHallThatKnowsACard();
    hall.printerSays.add(new PrintOutcome.Unknown("print-unproven"));
    signedIn();
    hall.cards.lift();

    untilOnePrinterStep("测试条没有印好");
    choose("out");

    assertEquals("attend.paper.unfinished", at("工作人员操作").notice().orElseThrow().code());
    choose("leave");
    assertEquals("正在换纸", screen.await(Step.Attract.class).closed().orElseThrow().sentence());
  }

  @Test
  void power_cut_in_between_leaves_it_out_of_service_and_staff_can_end_it() {
    givenAHallThatKnowsACard();
    signedIn();
    choose("printer");
    at("请打开凭条打印机");

    hall.close();
    givenAHall();

    assertEquals("正在换纸", screen.await(Step.Attract.class).closed().orElseThrow().sentence());
    assertEquals("attend.paper.unfinished", signedIn().notice().orElseThrow().code());
    untilOnePrinterStep("测试条已打印");
    choose("in");
    at("工作人员操作");
    assertEquals(Optional.empty(), hall.doors.paused());
  }

  @Test
  void a_closure_for_another_reason_outlives_new_paper() {
    givenAHallThatKnowsACard();
    hall.doors.pause("门锁检修");
    signedIn();

    untilOnePrinterStep("测试条已打印");
    choose("in");
    at("工作人员操作");

    assertEquals(Optional.of("门锁检修"), hall.doors.paused());
  }

  @Test
  void a_call_for_help_is_answered_at_the_screen() {
    givenAHallThatKnowsACard();
    hall.bell.ring();
    assertEquals("helped", signedIn().choices().getFirst().id());

    choose("helped");
    screen.await(Step.Staff.class, s -> s.notice().isPresent());

    assertFalse(hall.bell.called());
    assertTrue(isRecorded("help.over", "\"ok\""));
  }

  @Test
  void the_disk_holds_no_number_of_a_card_and_no_pin() throws IOException {
    givenAHallThatKnowsACard();
    signedIn();

    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(STAFFS.number()), file.toString());
        assertFalse(bytes.contains(PIN), file.toString());
      }
    }
  }
}
