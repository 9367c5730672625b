package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.catalog.ItemSearch;
import yibao.kiosk.catalog.Region;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Notice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** What a citizen can ask at the terminal, and what it then says. */
class QueryJourneyTest {

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

  private ServiceItem service(String id) {
    return hall.site().region().services().stream()
        .filter(service -> service.id().equals(id))
        .map(HallService::item)
        .findFirst()
        .orElseThrow();
  }

  private void whenStarted(String id) {
    screen.begin(service(id));
  }

  private void whenTheCitizenIsIdentified() {
    hall.cards.lay(FakeHall.card());
    screen.confirm();
  }

  private void whenAskedAboutMyself(String id) {
    whenStarted(id);
    whenTheCitizenIsIdentified();
    whenTheFaceMatchesIfWanted();
  }

  /** What shows illness or money wants more than a card that may have been found. */
  private void whenTheFaceMatchesIfWanted() {
    screen.await(Step.class, QueryJourneyTest::stands);
    if (screen.view().step() instanceof Step.Eligibility wanted
        && wanted.notice().code().equals("assurance.needed")) {
      hall.faceReply = AssuranceJourneyTest.matched();
      screen.answer("{\"choice\":\"face\"}");
    }
  }

  /** Answers questions until the platform has answered. */
  private Step.Answer answered() {
    while (!(screen.await(Step.class, QueryJourneyTest::stands) instanceof Step.Answer answer)) {
      Step.Question question = (Step.Question) screen.view().step();
      screen.answer(
          switch (question.input()) {
            case CHOICE -> "{\"value\":\"" + question.options().getFirst().value() + "\"}";
            case DIGITS -> "{\"value\":\"" + FakeEnquiries.RECEIPT + "\"}";
            default -> "{\"value\":\"示例\"}";
          });
    }
    return answer;
  }

  private static boolean stands(Step step) {
    return step instanceof Step.Question
        || step instanceof Step.Answer
        || step instanceof Step.Eligibility;
  }

  private String paper() {
    return new String(hall.printed.getLast(), Charset.forName("GB18030")).replaceAll("\\s", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void every_query_of_every_region_is_answered_and_printed(String regionId) {
    givenAHallIn(regionId);
    Region region = hall.site().region();
    List<ServiceItem> queries =
        region.offered(hall.site().pool()).stream()
            .filter(item -> item.reading().otherwise().ending() == Ending.QUERY)
            .filter(item -> !item.name().equals("核验凭证"))
            .toList();
    assertTrue(queries.size() >= 9);

    for (ServiceItem item : queries) {
      hall.journey().start();
      screen.answer("{\"item\":" + item.seq() + "}");
      if (screen.view().step() instanceof Step.Question) {
        screen.answer("{\"value\":\"number\"}");
      }
      screen.await(Step.Brief.class);
      screen.answer("{\"choice\":\"start\"}");
      if (screen.view().step().kind() == StepKind.IDENTIFY) {
        whenTheCitizenIsIdentified();
        whenTheFaceMatchesIfWanted();
      }
      assertFalse(answered().groups().isEmpty(), item.name());
      screen.answer("{\"choice\":\"print\"}");
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
      assertTrue(paper().contains(item.name()), item.name());
      hall.journey().leave();
      hall.cards.lift();
      hall.journey().leave();
    }
  }

  @Test
  void the_months_asked_about_may_be_chosen_one_by_one() {
    givenAHallIn("qinghai");
    whenAskedAboutMyself("contributionsQuery");
    screen.answer("{\"value\":\"months\"}");
    Step.Question from = (Step.Question) screen.view().step();
    assertEquals(Step.Question.InputKind.MONTH, from.input());
    assertEquals(Optional.of("2026-03"), from.max());
    screen.answer("{\"value\":\"2025-04\"}");
    Step.Question to = (Step.Question) screen.view().step();
    assertEquals(Optional.of("2025-04"), to.min());
    screen.answer("{\"value\":\"2025-03\"}");
    assertTrue(((Step.Question) screen.view().step()).error().orElseThrow().contains("2025年4月"));
    screen.answer("{\"value\":\"2025-06\"}");

    assertTrue(answered().toString().contains("2025年4月至2025年6月"), answered().toString());
  }

  @Test
  void a_settlement_shows_neither_institution_nor_care_before_it_is_tapped_and_every_fee_then() {
    givenAHallIn("qinghai");
    whenAskedAboutMyself("settlementsQuery");

    Step.Answer list = answered();
    Row row = list.groups().getFirst().rows().getFirst();
    assertEquals("2026年2月1日 住院", row.label());
    assertFalse(list.toString().contains("示例医院"));

    screen.answer("{\"open\":\"" + row.open().orElseThrow() + "\"}");
    Step.Answer sums = screen.await(Step.Answer.class, s -> s.title().equals("费用明细"));
    assertTrue(sums.toString().contains("示例医院"));
    screen.answer("{\"page\":2}");
    Step.Answer fees = screen.await(Step.Answer.class, s -> s.toString().contains("血常规"));
    assertEquals(Optional.of(new Step.Answer.Page(2, 2)), fees.page());

    screen.answer("{\"choice\":\"list\"}");
    assertEquals(list, screen.view().step());
  }

  @Test
  void what_is_printed_is_what_is_open() {
    givenAHallIn("qinghai");
    whenAskedAboutMyself("settlementsQuery");
    Row row = answered().groups().getFirst().rows().getFirst();
    screen.answer("{\"open\":\"" + row.open().orElseThrow() + "\"}");
    screen.await(Step.Answer.class, s -> s.title().equals("费用明细"));

    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    assertTrue(paper().contains("示例医院") && paper().contains("血常规"), paper());
  }

  @Test
  void who_holds_only_a_number_learns_the_stage_and_nothing_of_the_matter() {
    givenAHallIn("gansu");
    hall.journey().start();
    screen.answer("{\"item\":" + service("progressQuery").seq() + "}");
    screen.answer("{\"value\":\"number\"}");
    screen.answer("{\"choice\":\"start\"}");

    Step.Answer answer = answered();

    assertTrue(answer.toString().contains("审核中"));
    assertFalse(answer.toString().contains("上海") || answer.toString().contains("居住"));
    assertEquals(Optional.empty(), screen.view().person());
  }

  @Test
  void the_receipt_held_up_answers_the_question_for_its_number_and_another_code_does_not() {
    givenAHallIn("ziyang");
    hall.journey().start();
    screen.answer("{\"item\":" + service("progressQuery").seq() + "}");
    screen.answer("{\"value\":\"number\"}");
    screen.answer("{\"choice\":\"start\"}");
    screen.await(Step.Question.class);

    hall.scanner.hold("4243754826492874240001130000");
    assertEquals(StepKind.QUESTION, screen.view().step().kind());
    hall.scanner.hold(FakeEnquiries.RECEIPT);

    assertTrue(screen.await(Step.Answer.class).toString().contains("审核中"));
  }

  @Test
  void a_number_nobody_gave_out_is_said_so_and_can_be_written_again() {
    givenAHallIn("gansu");
    hall.journey().start();
    screen.answer("{\"item\":" + service("progressQuery").seq() + "}");
    screen.answer("{\"value\":\"number\"}");
    screen.answer("{\"choice\":\"start\"}");
    screen.answer("{\"value\":\"123\"}");
    assertTrue(((Step.Question) screen.view().step()).error().isPresent());
    screen.answer("{\"value\":\"1234567\"}");

    Step.Answer nothing = screen.await(Step.Answer.class);
    assertEquals("query.nothing", nothing.notice().orElseThrow().code());
    assertTrue(nothing.choices().stream().noneMatch(choice -> choice.id().equals("print")));

    hall.journey().back(screen.view().revision());
    assertEquals(Optional.of("1234567"), screen.await(Step.Question.class).value());
  }

  @ParameterizedTest
  @CsvSource({
    "refuse, platform.refused, again",
    "goDark, platform.down, again",
    "stopOffering, query.not-offered, out"
  })
  void a_platform_that_does_not_answer_has_a_sentence_and_a_way_on(
      String mood, String sentence, String way) {
    givenAHallIn("yantai");
    whenStarted("drugsQuery");
    switch (mood) {
      case "refuse" -> hall.enquiries.refuse();
      case "goDark" -> hall.enquiries.goDark();
      default -> hall.enquiries.stopOffering();
    }
    screen.answer("{\"value\":\"地平\"}");

    Step.Eligibility barrier = screen.await(Step.Eligibility.class);
    assertEquals(sentence, barrier.notice().code());
    assertEquals(Notice.Tone.WARNING, barrier.notice().tone());
    hall.enquiries.comeBack();
    screen.answer("{\"choice\":\"" + way + "\"}");
    if (way.equals("again")) {
      assertTrue(screen.await(Step.Answer.class).toString().contains("氨氯地平"));
    } else {
      assertEquals(StepKind.RATE, screen.view().step().kind());
    }
  }

  @Test
  void a_list_survives_a_detail_that_could_not_be_fetched() {
    givenAHallIn("ziyang");
    whenAskedAboutMyself("settlementsQuery");
    Step.Answer list = answered();
    hall.enquiries.goDark();
    screen.answer("{\"open\":\"0\"}");
    screen.await(Step.Eligibility.class);

    screen.answer("{\"choice\":\"list\"}");

    assertEquals(list, screen.view().step());
  }

  @Test
  void who_holds_two_insurances_says_which_one_and_sees_only_that() {
    givenAHallIn("pingdingshan");
    hall.personReply = new Reply.Answered<>(new PersonFound.Known(withTwoInsurances()));
    whenAskedAboutMyself("contributionsQuery");

    Step.Question which = screen.await(Step.Question.class);
    assertEquals(2, which.options().size());
    assertTrue(which.options().getLast().hint().orElseThrow().contains("终止参保"));
    screen.answer("{\"value\":\"1\"}");

    assertEquals(
        InsuranceKind.RESIDENT_BASIC.label() + "缴费记录", answered().groups().getFirst().title());
  }

  private InsuredPerson withTwoInsurances() {
    InsuredPerson one = FakeHall.employee(hall.site().region());
    Insurance resident =
        new Insurance(
            InsuranceKind.RESIDENT_BASIC,
            InsuranceStatus.ENDED,
            one.insurances().getFirst().place(),
            one.insurances().getFirst().placeName(),
            "城乡居民",
            LocalDate.of(1999, 1, 1),
            Optional.of(LocalDate.of(2001, 1, 1)),
            Optional.empty(),
            Optional.<BigDecimal>empty());
    return new InsuredPerson(
        one.personNumber(),
        one.name(),
        one.certificateNumber(),
        one.birth(),
        one.phone(),
        one.address(),
        List.of(one.insurances().getFirst(), resident));
  }

  @Test
  void rows_and_pages_that_are_not_there_cannot_be_opened() {
    givenAHallIn("qinghai");
    whenAskedAboutMyself("accountQuery");
    answered();

    assertThrows(Misread.class, () -> screen.answer("{\"open\":\"0\"}"));
    assertThrows(Misread.class, () -> screen.answer("{\"page\":9}"));
  }

  @Test
  void a_service_a_pool_has_switched_off_is_neither_shown_nor_found_nor_opened() {
    givenAHallIn("qinghai");
    Region region = hall.site().region();
    ServiceItem drugs = service("drugsQuery");
    var without =
        region.offered(hall.site().pool().withSwitches(java.util.Map.of("drugsQuery", false)));

    assertTrue(region.offered(hall.site().pool()).contains(drugs));
    assertFalse(without.contains(drugs));
    assertTrue(new ItemSearch(region.offered(hall.site().pool())).find("药品").contains(drugs));
    assertFalse(new ItemSearch(without).find("药品").contains(drugs));
    assertFalse(region.lists(drugs));
  }
}
