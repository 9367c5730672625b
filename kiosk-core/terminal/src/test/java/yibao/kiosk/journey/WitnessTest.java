package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Pins;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.StaffCards;

/**
 * Staff see with their own eyes 见证 what the region's rules want seen, within the citizen's visit.
 */
class WitnessTest {
  private static final String PIN = "270914";
  private static final String STAFF = "1023";
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

  @BeforeEach
  void open() {
    hall = new FakeHall("pingdingshan", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.RECEIVED);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAStaffCard(IdentityDocument card) {
    hall.staffCards.register(
        "id-card " + card.number(),
        new StaffCards.Holder(STAFF, Pins.hash(PIN), "chief", hall.time.instant()));
  }

  private ServiceItem item(String link) {
    return hall.site().region().linked(link).getFirst();
  }

  /** A parent who comes for a newborn has handed in everything. */
  private void whenAParentHasHandedInForANewborn() {
    hall.journey().start();
    screen.answer("{\"item\":" + item("outpatient-reimbursement").seq() + "}");
    new Walker(hall, screen, Map.of("invoice", "paper")).walkTo(Step.Brief.class);
    screen.answer("{\"choice\":\"agent\"}");
    screen.answer("{\"value\":\"newborn\"}");
    screen.answer("{\"value\":\"parent\"}");
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    screen.answer("{\"value\":\"13912345678\"}");
    screen.answer("{\"value\":\"欧阳小宝\"}");
    screen.answer("{\"value\":\"2026-02-20\"}");
    new Walker(hall, screen, Map.of()).walkUntil(WitnessTest::isComplete);
    choose("next");
  }

  private static boolean isComplete(Step step) {
    return step instanceof Step.Materials list
        && list.phase() == Step.Materials.Phase.LIST
        && list.lines().stream().noneMatch(line -> line.state() == Step.Materials.State.OPEN);
  }

  private void whenACitizenIsAboutToSign() {
    if (screen.view().step() instanceof Step.Attract) {
      hall.journey().start();
    }
    screen.answer("{\"item\":" + item("outpatient-reimbursement").seq() + "}");
    new Walker(hall, screen, Map.of("invoice", "paper")).walkTo(Step.Sign.class);
  }

  private Step.Wait awaitedStaff() {
    return screen.await(Step.Wait.class, step -> step.doing() == Step.Wait.Doing.STAFF);
  }

  private Step.Staff whenStaffSignIn() {
    hall.cards.lift();
    hall.cards.lay(STAFFS);
    screen.await(Step.Staff.class, step -> step.phase() == Step.Staff.Phase.PIN);
    screen.answer("{\"pin\":\"" + PIN + "\"}");
    return screen.await(Step.Staff.class, step -> step.phase() == Step.Staff.Phase.DO);
  }

  private void choose(String choice) {
    screen.answer("{\"choice\":\"" + choice + "\"}");
  }

  private List<String> recorded(String what) {
    return hall.audit.latest(50).stream().filter(line -> line.contains(what)).toList();
  }

  @Test
  void staff_see_a_newborns_paper_and_the_filing_and_the_audit_say_who_did() {
    givenAStaffCard(STAFFS);
    hall.bell.listen(() -> {});
    whenAParentHasHandedInForANewborn();
    screen.await(
        Step.Wait.class,
        step -> step.text().startsWith("已呼叫工作人员") && step.text().contains("新生儿的出生医学证明"));
    assertTrue(hall.bell.called());

    Step.Staff look = whenStaffSignIn();
    assertEquals("请见证：新生儿的出生医学证明", look.title());
    List<String> seen = look.facts().stream().map(Row::value).toList();
    assertTrue(seen.contains("来办的人是证明上写的父亲或母亲。"), seen.toString());
    assertFalse(seen.toString().contains(FakeHall.card().name()), "masked");
    assertEquals(List.of("refuse", "confirm"), look.choices().stream().map(Choice::id).toList());
    choose("confirm");
    screen.await(Step.class, step -> step.kind() != StepKind.STAFF);
    new Walker(hall, screen, Map.of()).walkTo(Step.Result.class);

    FilingDraft draft = hall.received.getFirst();
    assertEquals("newborn@" + STAFF, draft.values().get("witnessed"));
    String line = recorded("witness.newborn").getFirst();
    assertTrue(line.contains(STAFF + "." + draft.key().value()), line);
    assertTrue(line.contains("confirmed"), line);
    assertFalse(line.contains(FakeHall.card().number()), line);
    assertFalse(hall.bell.called(), "who was called has come");
  }

  @Test
  void what_staff_cannot_confirm_goes_no_further_and_the_citizen_is_told_what_to_do() {
    givenAStaffCard(STAFFS);
    whenAParentHasHandedInForANewborn();
    awaitedStaff();

    whenStaffSignIn();
    choose("refuse");

    Step.Eligibility told = screen.await(Step.Eligibility.class);
    assertEquals("witness.refused", told.notice().code());
    assertEquals(List.of("again"), told.choices().stream().map(Choice::id).toList());
    assertTrue(recorded("witness.newborn").getFirst().contains("refused"));
    assertEquals(List.of(), hall.received);
    hall.cards.lift();
    hall.journey().leave();
    screen.await(Step.Attract.class);
  }

  @Test
  void after_a_refusal_staff_can_look_again() {
    givenAStaffCard(STAFFS);
    whenAParentHasHandedInForANewborn();
    awaitedStaff();
    whenStaffSignIn();
    choose("refuse");
    screen.await(Step.Eligibility.class);

    whenStaffSignIn();
    choose("confirm");

    screen.await(Step.class, s -> s.kind() != StepKind.STAFF && s.kind() != StepKind.ELIGIBILITY);
    assertEquals(2, recorded("witness.newborn").size());
  }

  @Test
  void where_nobody_comes_the_citizen_is_told_and_may_call_again_or_leave() {
    givenAStaffCard(STAFFS);
    whenAParentHasHandedInForANewborn();
    awaitedStaff();

    hall.time.pass(Duration.ofMinutes(3));

    assertEquals("witness.nobody", screen.await(Step.Eligibility.class).notice().code());
    choose("again");
    awaitedStaff();
    hall.cards.lift();
    hall.journey().leave();
    screen.await(Step.Attract.class);
    assertEquals(List.of(), hall.received);
  }

  @Test
  void staff_who_walk_away_without_a_word_have_seen_nothing() {
    givenAStaffCard(STAFFS);
    whenAParentHasHandedInForANewborn();
    awaitedStaff();
    hall.cards.lift();
    hall.cards.lay(STAFFS);
    screen.await(Step.Staff.class);

    choose("leave");

    awaitedStaff();
    assertEquals(List.of(), recorded("witness.newborn"));
  }

  @Test
  void nobody_witnesses_their_own_errand() {
    givenAStaffCard(FakeHall.card());
    hall.cards.lay(FakeHall.card());
    screen.await(Step.Staff.class);
    choose("own");
    screen.confirm();
    whenACitizenIsAboutToSign();
    screen.answer("{\"thumbprint\":true}");
    awaitedStaff();

    hall.cards.lift();
    hall.cards.lay(FakeHall.card());

    assertEquals("witness.own", screen.await(Step.Eligibility.class).notice().code());
  }

  @Test
  void a_terminal_that_knows_no_staff_calls_nobody_and_takes_no_thumbprint() {
    whenAParentHasHandedInForANewborn();
    new Walker(hall, screen, Map.of()).walkTo(Step.Sign.class);

    assertFalse(((Step.Sign) screen.view().step()).witnessable());
    assertThrows(Misread.class, () -> screen.answer("{\"thumbprint\":true}"));
    assertFalse(hall.bell.called());
    new Walker(hall, screen, Map.of()).walkTo(Step.Result.class);
    assertFalse(hall.received.getFirst().values().containsKey("witnessed"));
  }

  @Test
  void whoever_cannot_write_gives_a_thumbprint_that_staff_have_seen() {
    givenAStaffCard(STAFFS);
    whenACitizenIsAboutToSign();
    assertTrue(((Step.Sign) screen.view().step()).witnessable());

    screen.answer("{\"thumbprint\":true}");
    assertTrue(awaitedStaff().text().contains("按手印"));
    whenStaffSignIn();
    choose("confirm");
    screen.await(Step.Review.class);
    new Walker(hall, screen, Map.of()).walkTo(Step.Result.class);

    String signature = hall.received.getFirst().signature().orElseThrow();
    assertTrue(signature.contains("\"thumbprint\""), signature);
    assertTrue(signature.contains(STAFF), signature);
    assertTrue(recorded("witness.thumbprint").getFirst().contains("confirmed"));
  }

  @Test
  void whoever_called_for_a_thumbprint_may_go_back_and_write_after_all() {
    givenAStaffCard(STAFFS);
    whenACitizenIsAboutToSign();
    screen.answer("{\"thumbprint\":true}");
    awaitedStaff();

    hall.journey().back(screen.view().revision());
    screen.await(Step.Sign.class);
    screen.answer(Walker.STROKES);

    screen.await(Step.Review.class);
    assertEquals(List.of(), recorded("witness.thumbprint"));
  }
}
