package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** Somebody comes with a credential in hand, and goes from one item to another with it. */
class DoorTest {

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void givenNobodyIsHere() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private int account() {
    return hall.site().region().services().stream()
        .filter(service -> service.id().equals("accountQuery"))
        .map(HallService::item)
        .findFirst()
        .orElseThrow()
        .seq();
  }

  private int numbered(String link) {
    return hall.site().region().linked(link).getFirst().seq();
  }

  private void whenTheCardIsLaidAndConfirmed() {
    hall.cards.lay(FakeHall.card());
    screen.confirm();
  }

  @Test
  void a_card_laid_before_anything_was_touched_begins_the_visit_and_is_not_asked_for_again() {
    whenTheCardIsLaidAndConfirmed();
    assertEquals(StepKind.CHOOSE, screen.view().step().kind());
    assertTrue(screen.view().person().isPresent());

    screen.answer("{\"item\":" + account() + "}");
    screen.answer("{\"choice\":\"start\"}");

    assertEquals("period", screen.await(Step.Question.class).field());
  }

  @Test
  void whoever_is_not_the_holder_leaves_the_terminal_as_it_was() {
    hall.cards.lay(FakeHall.card());
    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);

    screen.answer("{\"me\":false}");

    assertEquals(StepKind.ATTRACT, screen.view().step().kind());
    assertTrue(screen.view().person().isEmpty());
  }

  @Test
  void trouble_at_the_reader_and_codes_that_are_no_credential_do_not_wake_the_terminal() {
    hall.cards.gone("offline");
    hall.scanner.hold("https://example.org/");
    assertEquals(StepKind.ATTRACT, screen.view().step().kind());

    hall.cards.fail("moved-too-early");

    assertEquals(Phase.FAILED, screen.await(Step.Identify.class).phase());
  }

  @Test
  void a_credential_another_item_does_not_take_is_refused_there_before_the_form() {
    whenTheCardIsLaidAndConfirmed();
    screen.answer("{\"item\":" + numbered("childbirth") + "}");
    screen.answer("{\"value\":\"false\"}");
    screen.answer("{\"choice\":\"start\"}");

    Step.Identify refused = screen.await(Step.Identify.class);
    assertEquals("credential.not-accepted", refused.notice().orElseThrow().code());
    assertTrue(screen.view().person().isEmpty());
  }

  @Test
  void somebody_spelt_differently_passes_only_where_the_spelling_is_what_is_changed() {
    InsuredPerson one = FakeHall.employee(hall.site().region());
    hall.personReply =
        new Reply.Answered<>(
            new PersonFound.Known(
                new InsuredPerson(
                    one.personNumber(),
                    "欧阳若岚",
                    one.certificateNumber(),
                    one.birth(),
                    one.phone(),
                    one.address(),
                    one.insurances())));
    whenTheCardIsLaidAndConfirmed();
    whenItsKeyInformationIsToBeChanged();
    assertNotEquals("eligibility.name-differs", code(screen.settled()));

    hall.journey().home();
    screen.answer("{\"item\":" + account() + "}");
    screen.answer("{\"choice\":\"start\"}");

    assertEquals("eligibility.name-differs", screen.await(Step.Eligibility.class).notice().code());
  }

  private static String code(Step step) {
    return step instanceof Step.Eligibility stopped ? stopped.notice().code() : "";
  }

  private void whenItsKeyInformationIsToBeChanged() {
    screen.answer("{\"item\":" + numbered("resident-change") + "}");
    screen.answer("{\"value\":\"key\"}");
    screen.answer("{\"choice\":\"start\"}");
  }
}
