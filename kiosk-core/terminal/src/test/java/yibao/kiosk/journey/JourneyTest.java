package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Language;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Phase;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

class JourneyTest {

  private static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}";

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAHallIn(String region) {
    hall = new FakeHall(region, data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  private ServiceItem linked(String link) {
    return FakeHall.region(regionOf).linked(link).getFirst();
  }

  private String regionOf = "qinghai";

  private void whenTheItemIsChosen(String link) {
    hall.journey().start();
    screen.answer("{\"item\":" + linked(link).seq() + "}");
    if (screen.view().step() instanceof Step.Question) {
      screen.answer("{\"value\":\"file\"}");
    }
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clock.before-build", "clock.went-back", "clock.far-ahead", "clock.off-platform"})
  void nobody_begins_what_could_not_be_dated_and_the_screen_says_why(String doubt) {
    givenAHallIn("qinghai");
    hall.clockDoubt = Optional.of(doubt);
    hall.journey().start();
    screen.answer("{\"item\":" + linked("relocation-resident").seq() + "}");
    if (screen.view().step() instanceof Step.Question) {
      screen.answer("{\"value\":\"file\"}");
    }
    Step.Brief brief = screen.await(Step.Brief.class, step -> step.notice().isPresent());
    assertEquals("closed." + doubt, brief.notice().orElseThrow().code());
    assertTrue(brief.notice().orElseThrow().text().contains("时间不正确"));
    assertEquals(List.of("print"), brief.choices().stream().map(Choice::id).toList());
  }

  private void whenTheCitizenIsIdentified() {
    hall.cards.lay(FakeHall.card());
    screen.confirm();
  }

  private void whenTheFormIsFilledIn() {
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"310000\"}");
    screen.answer("{\"value\":\"2026-03-02\"}");
    screen.answer("{\"value\":\"\"}");
    screen.answer("{\"value\":\"示例路一号院二栋\"}");
    screen.answer("{\"value\":\"138****5678\"}");
  }

  private void whenACommitmentIsSignedIfAskedFor() {
    if (screen.view().step() instanceof Step.Commitment commitment) {
      screen.answer(
          "{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + commitment.digest() + "\"}");
      screen.answer(STROKES);
    }
    assertEquals(StepKind.REVIEW, screen.view().step().kind());
  }

  private void givenAFilingUpToTheReview(String region) {
    regionOf = region;
    givenAHallIn(region);
    whenTheItemIsChosen("relocation-resident");
    whenTheCitizenIsIdentified();
    whenTheFormIsFilledIn();
    whenACommitmentIsSignedIfAskedFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void in_every_region_a_relocation_is_filed_and_the_receipt_printed(String region) {
    givenAFilingUpToTheReview(region);

    screen.answer("{\"submit\":true}");
    Step.Result result = screen.await(Step.Result.class);
    assertEquals(Step.Result.Outcome.FINISHED, result.outcome());
    assertEquals(Optional.of("SL2026030200001"), result.number());

    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
    screen.answer("{\"choice\":\"skip\"}");
    assertEquals(StepKind.GOODBYE, screen.view().step().kind());

    FilingDraft draft = hall.received.getFirst();
    assertEquals("resident", draft.values().get("kind"));
    assertEquals("310000", draft.values().get("destination"));
    assertEquals("13812345678", draft.values().get("phone"));
    assertFalse(draft.values().containsKey("end"));
    assertEquals(draft.commitment().isPresent(), draft.signature().isPresent());
    assertTrue(
        new String(hall.printed.getFirst(), Charset.forName("GBK")).contains("SL2026030200001"));
  }

  @Test
  void a_region_whose_list_asks_for_no_commitment_gets_none() {
    givenAFilingUpToTheReview("pingdingshan");

    screen.answer("{\"submit\":true}");
    screen.await(Step.Result.class);

    assertEquals(Optional.empty(), hall.received.getFirst().commitment());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void in_every_region_insurance_is_shown_and_printed(String region) {
    regionOf = region;
    givenAHallIn(region);
    whenTheItemIsChosen("insured-query");
    whenTheCitizenIsIdentified();

    Step.Answer answer = screen.await(Step.Answer.class);
    assertEquals("职工基本医疗保险", answer.groups().getFirst().title());
    assertEquals(new Step.Answer.Page(1, 2), answer.page().orElseThrow());
    screen.answer("{\"page\":2}");
    assertEquals("职工基本医疗保险缴费记录", ((Step.Answer) screen.view().step()).groups().getFirst().title());

    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
    assertEquals(1, hall.printed.size());
  }

  @Test
  void what_is_on_screen_is_masked() {
    givenAFilingUpToTheReview("qinghai");

    String shown = screen.view().toString();

    assertFalse(shown.contains("110105194912310021"), shown);
    assertFalse(shown.contains("13812345678"), shown);
    assertFalse(shown.contains("欧阳若兰"), shown);
    assertTrue(shown.contains("138****5678"), shown);
  }

  @Test
  void a_double_tap_on_submit_makes_one_filing() {
    givenAFilingUpToTheReview("qinghai");
    int revision = screen.view().revision();

    screen.answer("{\"submit\":true}");
    Journey.Taken second =
        hall.journey()
            .answer(
                StepKind.REVIEW,
                revision,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                    .objectNode()
                    .put("submit", true));
    screen.await(Step.Result.class);

    assertInstanceOf(Journey.Taken.Stale.class, second);
    assertEquals(1, hall.received.size());
  }

  @Test
  void one_answer_is_changed_from_the_review_and_the_others_stay() {
    givenAFilingUpToTheReview("qinghai");

    screen.answer("{\"change\":\"begin\"}");
    assertEquals(Optional.of("2026-03-02"), ((Step.Question) screen.view().step()).value());
    screen.answer("{\"value\":\"2026-03-10\"}");

    Step.Review review = assertInstanceOf(Step.Review.class, screen.view().step());
    assertTrue(review.toString().contains("2026年3月10日"));
    assertTrue(review.toString().contains("上海市"));
  }

  @Test
  void back_keeps_what_was_entered() {
    givenAFilingUpToTheReview("pingdingshan");

    for (int i = 0; i < 5; i++) {
      hall.journey().back(screen.view().revision());
    }

    Step.Question first = assertInstanceOf(Step.Question.class, screen.view().step());
    assertEquals("destination", first.field());
    assertEquals(Optional.of("310000"), first.value());
    assertEquals(Optional.of("上海市"), first.valueLabel());
  }

  @Test
  void a_wrong_answer_comes_back_with_its_sentence_and_the_value() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    whenTheItemIsChosen("relocation-resident");
    whenTheCitizenIsIdentified();
    screen.await(Step.Question.class);

    screen.answer("{\"value\":\"630100\"}");

    Step.Question again = assertInstanceOf(Step.Question.class, screen.view().step());
    assertTrue(again.error().orElseThrow().contains("参保地"), again.error().toString());
    assertEquals(Optional.of("630100"), again.value());
  }

  @Test
  void an_answer_of_the_wrong_shape_is_refused_and_changes_nothing() {
    givenAFilingUpToTheReview("qinghai");
    int revision = screen.view().revision();

    assertThrows(Misread.class, () -> screen.answer("{\"submit\":\"yes\"}"));

    assertEquals(revision, screen.view().revision());
  }

  @Test
  void whoever_cannot_write_confirms_with_the_end_of_their_number_and_it_is_kept_as_that() {
    givenAHallIn("qinghai");
    whenTheItemIsChosen("relocation-resident");
    whenTheCitizenIsIdentified();
    whenTheFormIsFilledIn();
    Step.Commitment commitment = assertInstanceOf(Step.Commitment.class, screen.view().step());
    screen.answer(
        "{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + commitment.digest() + "\"}");
    String number = FakeHall.card().number();
    assertTrue(((Step.Sign) screen.view().step()).confirmable());

    screen.answer("{\"confirmed\":\"0000\"}");
    Step.Sign refused = assertInstanceOf(Step.Sign.class, screen.view().step());
    assertTrue(refused.error().orElseThrow().contains("后四位"));

    screen.answer(
        "{\"confirmed\":\"" + number.substring(number.length() - 4).toLowerCase() + "\"}");
    screen.answer("{\"submit\":true}");
    screen.await(Step.Result.class);

    String kept = hall.received.getFirst().signature().orElseThrow();
    assertTrue(kept.contains("\"confirmed\":\"document-number-end\""), kept);
    assertFalse(kept.contains("strokes"));
    assertFalse(kept.contains(number.substring(number.length() - 4)));
  }

  @Test
  void nothing_is_left_of_the_visit_once_the_citizen_has_gone() {
    givenAFilingUpToTheReview("qinghai");
    hall.cards.lift();

    hall.journey().leave();

    assertEquals(StepKind.ATTRACT, screen.view().step().kind());
    assertEquals(Optional.empty(), screen.view().person());
    assertEquals(Optional.empty(), screen.view().item());
  }

  @Test
  void home_keeps_who_it_is_and_nothing_else() {
    givenAHallIn("qinghai");
    whenTheItemIsChosen("relocation-resident");
    whenTheCitizenIsIdentified();
    screen.await(Step.Question.class);
    screen.answer("{\"value\":\"310000\"}");

    View home = hall.journey().home();

    assertEquals(StepKind.CHOOSE, home.step().kind());
    assertTrue(home.person().isPresent());
    assertTrue(home.item().isEmpty());
    whenTheItemIsChosen("relocation-resident");
    assertEquals(Optional.empty(), screen.await(Step.Question.class).value());
  }

  @Test
  void a_language_lasts_as_long_as_the_visit() {
    givenAHallIn("qinghai");
    hall.journey().start(Language.ENGLISH);
    assertEquals(Language.TIBETAN, hall.journey().speak(Language.TIBETAN).language());

    assertEquals(Language.CHINESE, hall.journey().leave().language());
    assertEquals(Language.CHINESE, hall.journey().speak(Language.ENGLISH).language());
  }

  @Test
  void whoever_stands_still_is_warned_and_then_wiped() {
    givenAFilingUpToTheReview("qinghai");
    hall.cards.lift();

    hall.time.pass(Duration.ofSeconds(121));
    assertEquals(List.of(30, 29), screen.warnings());
    hall.journey().touch();
    assertEquals(List.of(30, 29, 0), screen.warnings());
    assertEquals(StepKind.REVIEW, screen.view().step().kind());

    hall.time.pass(Duration.ofSeconds(151));
    Step.Attract attract = assertInstanceOf(Step.Attract.class, screen.view().step());
    assertEquals("visit.stood-still", attract.notice().orElseThrow().code());
  }

  @Test
  void whoever_needs_more_time_gets_twice_as_much_and_a_minute_to_answer() {
    givenAFilingUpToTheReview("qinghai");
    hall.cards.lift();
    hall.journey().touch(true);

    hall.time.pass(Duration.ofSeconds(239));
    assertEquals(List.of(), screen.warnings());
    hall.time.pass(Duration.ofSeconds(1));
    assertEquals(List.of(60), screen.warnings());
  }

  @Test
  void a_masked_number_is_told_in_full_only_while_it_stands_on_the_review() {
    givenAFilingUpToTheReview("qinghai");
    int revision = screen.view().revision();

    assertEquals(Optional.of("13812345678"), hall.journey().reveal(revision, "phone"));
    assertEquals(Optional.empty(), hall.journey().reveal(revision - 1, "phone"));
    hall.journey().leave();
    assertEquals(Optional.empty(), hall.journey().reveal(screen.view().revision(), "phone"));
  }

  @Test
  void a_card_left_behind_holds_the_goodbye_until_it_is_taken() {
    givenAFilingUpToTheReview("qinghai");

    hall.journey().leave();
    assertTrue(((Step.Goodbye) screen.view().step()).takeCard());
    hall.time.pass(Duration.ofMinutes(5));
    assertTrue(((Step.Goodbye) screen.view().step()).takeCard());

    hall.cards.lift();
    assertFalse(((Step.Goodbye) screen.view().step()).takeCard());
    hall.time.pass(Duration.ofSeconds(11));
    assertEquals(StepKind.ATTRACT, screen.view().step().kind());
  }

  @Test
  void nobody_begins_a_visit_with_the_card_somebody_left_behind() {
    givenAFilingUpToTheReview("qinghai");
    hall.journey().leave();

    hall.journey().start();
    assertTrue(((Step.Goodbye) screen.view().step()).takeCard());
    hall.journey().leave();
    assertTrue(((Step.Goodbye) screen.view().step()).takeCard());

    hall.cards.lift();
    hall.time.pass(Duration.ofSeconds(11));
    hall.journey().start();
    assertEquals(StepKind.CHOOSE, screen.view().step().kind());
  }

  @Test
  void a_card_moved_too_early_is_said_in_words_and_tried_again() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    whenTheItemIsChosen("insured-query");

    hall.cards.fail("moved-too-early");
    Step.Identify failed = screen.await(Step.Identify.class, s -> s.phase() == Phase.FAILED);
    assertFalse(failed.notice().orElseThrow().text().isBlank());

    screen.answer("{\"choice\":\"retry\"}");
    whenTheCitizenIsIdentified();
    screen.await(Step.Answer.class);
  }

  @Test
  void somebody_else_may_say_that_it_is_not_them() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    whenTheItemIsChosen("insured-query");
    hall.cards.lay(FakeHall.card());
    screen.await(Step.Identify.class, s -> s.phase() == Phase.CONFIRM);

    screen.answer("{\"me\":false}");

    assertEquals(Phase.WAITING, ((Step.Identify) screen.view().step()).phase());
    assertEquals(Optional.empty(), screen.view().person());
  }

  @Test
  void one_listens_to_the_reader_whoever_is_there_and_nobody_between() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    assertEquals(1, hall.cards.watchers());
    hall.journey().start();
    assertEquals(0, hall.cards.watchers());
    whenTheItemIsChosen("insured-query");
    assertEquals(1, hall.cards.watchers());

    hall.journey().leave();

    assertEquals(1, hall.cards.watchers());
  }

  @Test
  void not_insured_here_is_said_and_leads_out() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    hall.personReply = new Reply.Answered<>(new PersonFound.NotKnown());
    whenTheItemIsChosen("insured-query");
    whenTheCitizenIsIdentified();

    Step.Eligibility told = screen.await(Step.Eligibility.class);

    assertEquals("eligibility.not-known", told.notice().code());
    assertTrue(told.notice().text().contains("青海省"));
  }

  @Test
  void a_platform_that_is_down_can_be_asked_again() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    Reply<PersonFound> known = hall.personReply;
    hall.personReply = new Reply.Unreachable<>("platform.timeout");
    whenTheItemIsChosen("insured-query");
    whenTheCitizenIsIdentified();
    screen.await(Step.Eligibility.class);

    hall.personReply = known;
    screen.answer("{\"choice\":\"again\"}");

    screen.await(Step.Answer.class);
  }

  @Test
  void accepted_is_never_called_finished() {
    givenAFilingUpToTheReview("qinghai");
    hall.filingReply = new FilingReply.Taken("SL2", FilingState.ACCEPTED);

    screen.answer("{\"submit\":true}");

    Step.Result result = screen.await(Step.Result.class);
    assertEquals(Step.Result.Outcome.ACCEPTED, result.outcome());
    assertFalse(result.toString().contains("已办结"), result.toString());
  }

  @Test
  void an_unknown_outcome_tells_the_citizen_not_to_submit_again() {
    givenAFilingUpToTheReview("qinghai");
    hall.filingReply = new FilingReply.Unknown("platform.timeout");

    screen.answer("{\"submit\":true}");

    Step.Result result = screen.await(Step.Result.class);
    assertEquals(Step.Result.Outcome.UNCONFIRMED, result.outcome());
    assertTrue(result.notice().text().contains("不要重复提交"));
    assertTrue(result.notice().text().contains("本机（T-1）"));
  }

  @Test
  void a_disk_that_cannot_even_be_asked_leads_to_not_sure_and_never_to_not_submitted() {
    givenAFilingUpToTheReview("qinghai");
    hall.breakDisk();

    screen.answer("{\"submit\":true}");

    Step.Result result = screen.await(Step.Result.class);
    assertEquals(Step.Result.Outcome.UNCONFIRMED, result.outcome());
    screen.answer("{\"choice\":\"out\"}");
    screen.answer("{\"choice\":\"skip\"}");
    assertEquals(StepKind.GOODBYE, screen.view().step().kind());
  }

  @Test
  void printed_is_said_only_when_the_printer_said_so() {
    givenAFilingUpToTheReview("qinghai");
    hall.printerSays.add(new PrintOutcome.NotPrinted("paper-out"));
    hall.printerSays.add(new PrintOutcome.Unknown("no-answer"));
    screen.answer("{\"submit\":true}");
    screen.await(Step.Result.class);

    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.NOT_PRINTED);
    screen.answer("{\"choice\":\"again\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.UNKNOWN);
    screen.answer("{\"choice\":\"again\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    assertFalse(gbk(1).contains("重打"), "nothing came out before");
    assertTrue(gbk(2).contains("重打"), "a first copy may be out");
  }

  private String gbk(int receipt) {
    return new String(hall.printed.get(receipt), Charset.forName("GBK"));
  }

  @Test
  void what_the_terminal_cannot_do_is_told_but_not_started() {
    regionOf = "qinghai";
    givenAHallIn("qinghai");
    ServiceItem guidance =
        FakeHall.region("qinghai").items().stream()
            .filter(i -> i.reading().otherwise().ending() == Ending.GUIDANCE)
            .findFirst()
            .orElseThrow();
    hall.journey().start();

    screen.answer("{\"item\":" + guidance.seq() + "}");
    if (screen.view().step() instanceof Step.Question question) {
      screen.answer("{\"value\":\"" + question.options().getLast().value() + "\"}");
    }

    Step.Brief brief = assertInstanceOf(Step.Brief.class, screen.view().step());
    assertEquals(List.of("print"), brief.choices().stream().map(c -> c.id()).toList());
    assertFalse(brief.materials().isEmpty());
  }
}
