package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.accounts.Pins;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.store.Keys;
import yibao.kiosk.store.StaffCards;

/** Somebody else's card in the middle of a visit 换人办理: asked, wiped first, never mixed. */
class OtherCardTest {
  private static final IdentityDocument OTHERS =
      new IdentityDocument.ResidentCard(
          "李示例",
          "110105197501010026",
          Sex.FEMALE,
          LocalDate.of(1975, 1, 1),
          new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
          "汉",
          "示例路2号");

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void open() {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenSomebodyReadsTheirAnswer() {
    screen.begin(hall.site().region().linked("insured-query").getFirst());
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    screen.await(Step.Answer.class);
    hall.cards.lift();
  }

  private Step.Eligibility asked() {
    return screen.await(
        Step.Eligibility.class, step -> step.notice().code().equals("visit.other-card"));
  }

  private void choose(String choice) {
    screen.answer("{\"choice\":\"" + choice + "\"}");
  }

  @Test
  void it_is_asked_and_neither_of_them_is_named() {
    givenSomebodyReadsTheirAnswer();

    hall.cards.lay(OTHERS);

    assertEquals(List.of("change", "stay"), asked().choices().stream().map(Choice::id).toList());
    View view = screen.view();
    assertEquals(Optional.empty(), view.person());
    assertEquals(Optional.empty(), view.item());
    assertFalse(view.canGoBack());
  }

  @Test
  void whoever_goes_on_finds_everything_as_it_was() {
    givenSomebodyReadsTheirAnswer();
    View before = screen.view();
    hall.cards.lay(OTHERS);
    asked();

    choose("stay");

    assertEquals(before.step(), screen.view().step());
    assertEquals(before.person(), screen.view().person());
  }

  @Test
  void whoever_takes_over_begins_afresh_as_themselves() {
    givenSomebodyReadsTheirAnswer();
    Optional<View.PersonChip> first = screen.view().person();
    hall.cards.lay(OTHERS);
    asked();

    choose("change");

    Step.Identify whose =
        screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.CONFIRM);
    assertEquals(Step.Identify.Whose.SELF, whose.whose());
    assertEquals(Optional.of("李*例"), screen.view().person().map(View.PersonChip::name));
    assertEquals(Optional.empty(), screen.view().item(), "what the first one came for is gone");
    screen.answer("{\"me\":true}");
    screen.await(Step.Choose.class);
    assertFalse(screen.view().person().equals(first));
  }

  @Test
  void the_same_persons_card_is_nothing_to_ask_about() {
    givenSomebodyReadsTheirAnswer();

    hall.cards.lay(FakeHall.card());

    assertEquals(StepKind.ANSWER, screen.view().step().kind());
  }

  @Test
  void staff_who_lay_their_card_take_nobodys_place() {
    hall.staffCards.register(
        "id-card " + OTHERS.number(),
        new StaffCards.Holder("1023", Pins.hash("270914"), "chief", hall.time.instant()));
    givenSomebodyReadsTheirAnswer();

    hall.cards.lay(OTHERS);

    assertEquals(StepKind.ANSWER, screen.view().step().kind());
  }

  @Test
  void where_nobody_answers_the_visit_ends_as_any_other() {
    givenSomebodyReadsTheirAnswer();
    hall.cards.lay(OTHERS);
    asked();
    hall.cards.lift();

    hall.time.pass(Duration.ofSeconds(60));
    hall.time.pass(Duration.ofSeconds(30));

    screen.await(Step.Attract.class);
    assertEquals(Optional.empty(), screen.view().person());
  }

  @Test
  void what_is_under_way_goes_on_beneath_the_question() {
    givenSomebodyReadsTheirAnswer();
    screen.answer("{\"choice\":\"print\"}");
    hall.cards.lay(OTHERS);
    asked();

    choose("stay");

    screen.await(Step.Paper.class, paper -> paper.phase() == Step.Paper.Phase.PRINTED);
    assertEquals(1, hall.printed.size());
  }

  @Test
  void paper_of_the_first_one_is_taken_before_anybody_takes_over() {
    givenSomebodyReadsTheirAnswer();
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, paper -> paper.phase() == Step.Paper.Phase.PRINTED);
    hall.cards.lay(OTHERS);
    asked();

    choose("change");

    Step.Goodbye bye = screen.await(Step.Goodbye.class);
    assertEquals(true, bye.takePaper());
    assertEquals(Optional.empty(), screen.view().person());
  }
}
