package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.filing.FilingEvent;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.Withdrawals;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

/** A citizen takes back a filing nobody has begun to examine, and is told what became of it. */
class WithdrawalJourneyTest {

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAFiling(String region, FilingState state) {
    hall = new FakeHall(region, data, Keys.named("k1"));
    screen = new Screen(hall.journey());
    hall.enquiries.hold(state);
  }

  /** By the person's own card, not by a number. */
  private Row whenTheCitizenLooksAtTheirFilings(String service) {
    hall.journey().start();
    int seq =
        hall.site().region().services().stream()
            .filter(it -> it.id().equals(service))
            .map(HallService::item)
            .findFirst()
            .orElseThrow()
            .seq();
    screen.answer("{\"item\":" + seq + "}");
    if (screen.view().step() instanceof Step.Question) {
      screen.answer("{\"value\":\"person\"}");
    }
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    return screen.await(Step.Answer.class).groups().getFirst().rows().getFirst();
  }

  private void whenTheFilingIsOpened(Row row) {
    screen.answer("{\"open\":\"" + row.open().orElseThrow() + "\"}");
    screen.await(Step.Answer.class, s -> offers(s.choices(), "withdraw"));
  }

  private void whenTheFaceMatches() {
    screen.await(Step.Eligibility.class, s -> s.notice().code().equals("assurance.needed"));
    hall.faceReply = AssuranceJourneyTest.matched();
    screen.answer("{\"choice\":\"face\"}");
    screen.await(Step.Eligibility.class, s -> s.notice().code().equals("withdrawal.confirm"));
  }

  private void givenTheCitizenIsAskedToConfirm() {
    givenAFiling("qinghai", FilingState.ACCEPTED);
    whenTheFilingIsOpened(whenTheCitizenLooksAtTheirFilings("progressQuery"));
    screen.answer("{\"choice\":\"withdraw\"}");
    whenTheFaceMatches();
  }

  private Step.Eligibility whenConfirmed(FilingReply reply, String told) {
    hall.withdrawalReplies.add(reply);
    screen.answer("{\"choice\":\"withdraw\"}");
    return screen.await(Step.Eligibility.class, s -> s.notice().code().equals(told));
  }

  private static boolean offers(List<Choice> choices, String id) {
    return choices.stream().anyMatch(choice -> choice.id().equals(id));
  }

  @ParameterizedTest
  @CsvSource({
    "qinghai, progressQuery, ACCEPTED",
    "pingdingshan, relocationsQuery, ACCEPTED",
    "yantai, progressQuery, RECEIVED",
    "ziyang, relocationsQuery, RETURNED",
    "gansu, progressQuery, ACCEPTED"
  })
  void a_filing_not_yet_examined_is_taken_back_by_whom_the_terminal_is_sure_of(
      String region, String service, FilingState state) {
    givenAFiling(region, state);
    whenTheFilingIsOpened(whenTheCitizenLooksAtTheirFilings(service));
    screen.answer("{\"choice\":\"withdraw\"}");
    whenTheFaceMatches();
    assertEquals(List.of(), hall.askedBack);

    Step.Eligibility told =
        whenConfirmed(
            new FilingReply.Taken(FakeEnquiries.RECEIPT, FilingState.WITHDRAWN),
            "withdrawal.withdrawn");

    assertTrue(told.toString().contains("已撤回"));
    assertEquals(List.of(FakeEnquiries.RECEIPT), hall.askedBack);
  }

  @Test
  void the_list_the_citizen_comes_back_to_is_the_platforms_of_now() {
    givenTheCitizenIsAskedToConfirm();
    whenConfirmed(
        new FilingReply.Taken(FakeEnquiries.RECEIPT, FilingState.WITHDRAWN),
        "withdrawal.withdrawn");
    hall.enquiries.hold(FilingState.WITHDRAWN);

    screen.answer("{\"choice\":\"list\"}");

    Row row = screen.await(Step.Answer.class).groups().getFirst().rows().getFirst();
    assertEquals("已撤回", row.value());
    assertEquals(Optional.empty(), row.open());
  }

  @Test
  void the_receipt_says_which_filing_was_taken_back_and_when() {
    givenTheCitizenIsAskedToConfirm();
    whenConfirmed(
        new FilingReply.Taken(FakeEnquiries.RECEIPT, FilingState.WITHDRAWN),
        "withdrawal.withdrawn");

    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    String paper =
        new String(hall.printed.getLast(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertTrue(paper.contains("已撤回") && paper.contains("2026-03-0210:00"), paper);
    assertTrue(paper.contains(FakeEnquiries.RECEIPT), paper);
    assertFalse(paper.contains(FakeHall.card().number()), paper);
  }

  @Test
  void a_filing_that_was_not_taken_back_gets_no_receipt() {
    givenTheCitizenIsAskedToConfirm();

    assertFalse(
        offers(
            whenConfirmed(new FilingReply.Unknown("platform.timeout"), "withdrawal.unconfirmed")
                .choices(),
            "print"));
  }

  @Test
  void who_wants_to_show_another_credential_instead_is_asked_for_it() {
    givenAFiling("yantai", FilingState.ACCEPTED);
    whenTheFilingIsOpened(whenTheCitizenLooksAtTheirFilings("progressQuery"));
    hall.cards.lift();
    screen.answer("{\"choice\":\"withdraw\"}");
    screen.await(Step.Eligibility.class, s -> s.notice().code().equals("assurance.needed"));

    screen.answer("{\"choice\":\"other\"}");

    screen.await(Step.Identify.class);
    assertEquals(List.of(), hall.askedBack);
  }

  @Test
  void who_keeps_the_filing_has_asked_the_platform_nothing() {
    givenTheCitizenIsAskedToConfirm();

    screen.answer("{\"choice\":\"list\"}");

    screen.await(Step.Answer.class);
    assertEquals(List.of(), hall.askedBack);
    assertEquals(List.of(), hall.heard);
  }

  @ParameterizedTest
  @EnumSource(
      value = FilingState.class,
      names = {"IN_REVIEW", "PAYING", "FINISHED", "REFUSED", "WITHDRAWN"})
  void a_filing_that_is_examined_or_decided_offers_nothing(FilingState state) {
    givenAFiling("gansu", state);

    assertEquals(Optional.empty(), whenTheCitizenLooksAtTheirFilings("progressQuery").open());
  }

  @Test
  void a_filing_the_platform_does_not_give_back_is_said_so_in_its_own_words() {
    givenTheCitizenIsAskedToConfirm();

    Step.Eligibility told =
        whenConfirmed(
            new FilingReply.Refused(Withdrawals.TOO_LATE, "已进入审核，不能撤回"), "withdrawal.too-late");

    assertTrue(told.toString().contains("已进入审核，不能撤回"));
    assertFalse(offers(told.choices(), "withdraw"));
  }

  @Test
  void a_platform_that_does_not_do_it_now_is_not_taken_for_one_that_never_will() {
    givenTheCitizenIsAskedToConfirm();

    Step.Eligibility told =
        whenConfirmed(new FilingReply.Refused("2099", "系统维护，暂不办理"), "withdrawal.refused");

    assertTrue(told.toString().contains("系统维护，暂不办理"));
    assertTrue(offers(told.choices(), "withdraw"));
  }

  @Test
  void without_an_answer_nobody_is_told_it_is_withdrawn_nor_that_it_is_not() {
    givenTheCitizenIsAskedToConfirm();
    whenConfirmed(new FilingReply.Unknown("platform.timeout"), "withdrawal.unconfirmed");

    hall.withdrawalReplies.add(new FilingReply.NotSent("platform.connect"));
    screen.answer("{\"choice\":\"withdraw\"}");
    screen.await(Step.Eligibility.class, _ -> hall.heard.size() == 2);
    screen.await(Step.Eligibility.class, s -> s.notice().code().equals("withdrawal.unconfirmed"));

    whenConfirmed(
        new FilingReply.Taken(FakeEnquiries.RECEIPT, FilingState.WITHDRAWN),
        "withdrawal.withdrawn");
  }

  @Test
  void what_certainly_did_not_arrive_and_what_is_not_offered_here_are_told_apart() {
    givenTheCitizenIsAskedToConfirm();
    assertTrue(
        offers(
            whenConfirmed(new FilingReply.NotSent("platform.connect"), "withdrawal.not-sent")
                .choices(),
            "withdraw"));

    assertFalse(
        offers(
            whenConfirmed(new FilingReply.NotSent("platform.not-offered"), "withdrawal.not-offered")
                .choices(),
            "withdraw"));
  }

  @Test
  void every_try_is_heard_of_by_its_number_and_its_end() {
    givenTheCitizenIsAskedToConfirm();
    whenConfirmed(new FilingReply.Unknown("platform.timeout"), "withdrawal.unconfirmed");
    whenConfirmed(
        new FilingReply.Taken(FakeEnquiries.RECEIPT, FilingState.WITHDRAWN),
        "withdrawal.withdrawn");

    assertEquals(
        List.of(
            new FilingEvent.WithdrawalAsked(FakeEnquiries.RECEIPT, "unconfirmed.platform.timeout"),
            new FilingEvent.WithdrawalAsked(FakeEnquiries.RECEIPT, "withdrawn")),
        hall.heard);
  }
}
