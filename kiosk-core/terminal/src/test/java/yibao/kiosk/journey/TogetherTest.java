package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.identity.SocialSecurityCard;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Attachment;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** What the list has go together is handed in on one visit 合并支付. */
class TogetherTest {

  private static final Map<String, String> CASE =
      Map.of(
          "settled", "false", "birthPlace", "elsewhere", "invoice", "paper", "visit", "inpatient");

  @TempDir private Path data;

  private static ServiceItem item(FakeHall hall, String link) {
    return hall.site().region().linked(link).getFirst();
  }

  private static FilingReply taken(int n) {
    return new FilingReply.Taken("SL000" + n, FilingState.RECEIVED);
  }

  private static void goOn(Screen screen, ServiceItem item) {
    Step.Result result = (Step.Result) screen.view().step();
    assertTrue(
        result.choices().stream().anyMatch(c -> c.id().equals("alongside")),
        () -> item.name() + " after " + result.choices());
    screen.answer("{\"choice\":\"alongside\"}");
    screen.answer("{\"value\":\"" + item.seq() + "\"}");
  }

  @Test
  void whoever_wants_none_of_them_comes_back_to_the_result() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      new Walker(hall, screen, CASE).walk(item(hall, "childbirth"));
      screen.answer("{\"choice\":\"alongside\"}");
      screen.answer("{\"value\":\"none\"}");

      assertEquals(Optional.of("SL0001"), ((Step.Result) screen.view().step()).number());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void the_three_claims_of_a_birth_are_handed_in_on_one_visit_with_one_receipt(String region) {
    try (FakeHall hall = new FakeHall(region, data, Keys.named("k1"))) {
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      ServiceItem birth = item(hall, "childbirth");
      ServiceItem prenatal = item(hall, "prenatal");
      ServiceItem allowance = item(hall, "maternity-allowance");

      Walker first = new Walker(hall, screen, CASE);
      first.walk(birth);
      hall.filingReply = taken(2);
      goOn(screen, prenatal);
      Walker second = new Walker(hall, screen, CASE).another("prenatal");
      second.walkTo(Step.Result.class);
      hall.filingReply = taken(3);
      goOn(screen, allowance);
      Walker third = new Walker(hall, screen, CASE).another("allowance");
      third.walkTo(Step.Result.class);

      List<FilingDraft> filed = hall.received;
      assertEquals(
          List.of(birth.seq(), prenatal.seq(), allowance.seq()),
          filed.stream().map(FilingDraft::item).toList());
      assertEquals(3, filed.stream().map(FilingDraft::key).distinct().count());
      for (Walker later : List.of(second, third)) {
        assertFalse(later.seen.contains("IDENTIFY"), later.seen::toString);
        assertFalse(later.seen.contains("QUESTION hospital"), later.seen::toString);
        assertFalse(later.seen.contains("QUESTION bankAccount"), later.seen::toString);
      }
      assertTrue(second.seen.contains("QUESTION total"), "each claim has its own amount");
      List<String> scanned = new ArrayList<>();
      filed.forEach(draft -> draft.attachments().forEach(page -> scanned.add(page.digest())));
      List<String> kinds =
          filed.stream()
              .flatMap(draft -> draft.attachments().stream())
              .map(Attachment::material)
              .distinct()
              .toList();
      assertEquals(kinds.size(), scanned.stream().distinct().count(), "every page scanned once");
      assertTrue(scanned.size() > kinds.size(), "and used by several filings");

      screen.answer("{\"choice\":\"print\"}");
      hall.slot.pull();
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
      assertEquals(1, hall.printed.size(), "one receipt");
      String paper =
          new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
      Arrays.asList("SL0001", "SL0002", "SL0003", "已收件", "各项共用")
          .forEach(word -> assertTrue(paper.contains(word), word + " in " + paper));
      Arrays.asList(birth, prenatal, allowance)
          .forEach(item -> assertTrue(paper.contains(item.name()), item.name() + " in " + paper));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "ziyang", "gansu"})
  void medical_aid_follows_a_reimbursement_without_its_settlement_sheet(String region) {
    try (FakeHall hall = new FakeHall(region, data, Keys.named("k1"))) {
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      Map<String, String> said =
          Map.of("invoice", "paper", "aidRecognised", "true", "settled", "false");
      new Walker(hall, screen, said).walk(item(hall, "inpatient-reimbursement"));
      hall.filingReply = taken(2);
      goOn(screen, item(hall, "aid-reimbursement"));
      new Walker(hall, screen, said).another("aid").walkTo(Step.Result.class);

      assertEquals(2, hall.received.size());
      assertTrue(
          hall.received.getLast().attachments().stream()
              .noneMatch(page -> page.material().equals("settlement-sheet")));
    }
  }

  /** To where the next filing asks for a credential that the first did not ask for. */
  private static void givenTheNextOneTakesNoIdentityCard(FakeHall hall, Screen screen) {
    hall.filingReply = taken(1);
    Map<String, String> said =
        Map.of("invoice", "paper", "aidRecognised", "true", "settled", "false");
    new Walker(hall, screen, said).walk(item(hall, "inpatient-reimbursement"));
    goOn(screen, item(hall, "aid-reimbursement"));
    new Walker(hall, screen, said).walkTo(Step.Identify.class);
  }

  private static SocialSecurityCard cardOf(String name, String number) {
    return new SocialSecurityCard(
        "A12345678",
        "63010000D15600000500000000000001",
        "630100",
        Optional.of(LocalDate.of(2036, 1, 1)),
        Optional.of(new SocialSecurityCard.Holder(number, name)));
  }

  @Test
  void a_credential_that_the_next_one_does_not_take_does_not_serve_for_it() {
    try (FakeHall hall = new FakeHall("qinghai", data, Keys.named("k1"))) {
      Screen screen = new Screen(hall.journey());
      givenTheNextOneTakesNoIdentityCard(hall, screen);
      Step.Identify asked = (Step.Identify) screen.view().step();
      assertEquals("credential.not-accepted", asked.notice().orElseThrow().code());
      assertFalse(asked.accepts().contains(Step.Identify.Accepted.ID_CARD));

      hall.slot.insert(cardOf(FakeHall.card().name(), FakeHall.card().number()));
      screen.confirm();
      hall.filingReply = taken(2);
      new Walker(hall, screen, Map.of()).another("aid").walkTo(Step.Result.class);

      assertEquals(2, hall.received.size());
    }
  }

  @Test
  void whoever_has_no_such_credential_goes_back_to_the_receipt_of_the_first() {
    try (FakeHall hall = new FakeHall("qinghai", data, Keys.named("k1"))) {
      Screen screen = new Screen(hall.journey());
      givenTheNextOneTakesNoIdentityCard(hall, screen);
      hall.journey().back(screen.view().revision());
      screen.answer("{\"value\":\"none\"}");
      assertEquals(Optional.of("SL0001"), ((Step.Result) screen.view().step()).number());
      screen.answer("{\"choice\":\"print\"}");
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

      String paper =
          new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
      assertTrue(paper.contains("SL0001") && paper.contains("欧阳若兰"), paper);
    }
  }

  @Test
  void somebody_elses_credential_does_not_carry_the_visit_on() {
    try (FakeHall hall = new FakeHall("qinghai", data, Keys.named("k1"))) {
      Screen screen = new Screen(hall.journey());
      givenTheNextOneTakesNoIdentityCard(hall, screen);
      InsuredPerson first = FakeHall.employee(hall.site().region());
      hall.personReply =
          new Reply.Answered<>(
              new PersonFound.Known(
                  new InsuredPerson(
                      "P0002",
                      "李示例",
                      "110105197501010026",
                      LocalDate.of(1975, 1, 1),
                      first.phone(),
                      first.address(),
                      first.insurances())));
      hall.slot.insert(cardOf("李示例", "110105197501010026"));
      screen.confirm();
      assertEquals(
          "eligibility.other-person", screen.await(Step.Eligibility.class).notice().code());
      screen.answer("{\"choice\":\"other\"}");

      assertEquals(Step.Identify.Phase.WAITING, screen.await(Step.Identify.class).phase());
    }
  }

  @Test
  void where_the_next_one_is_for_a_window_the_receipt_of_the_first_is_not_lost() {
    try (FakeHall hall = new FakeHall("ziyang", data, Keys.named("k1"))) {
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      Map<String, String> said = Map.of("invoice", "paper", "aidRecognised", "false");
      new Walker(hall, screen, said).walk(item(hall, "inpatient-reimbursement"));
      goOn(screen, item(hall, "aid-reimbursement"));
      new Walker(hall, screen, said).walkTo(Step.Eligibility.class);
      screen.answer("{\"choice\":\"back\"}");
      assertEquals(Optional.of("SL0001"), ((Step.Result) screen.view().step()).number());
      screen.answer("{\"choice\":\"print\"}");
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

      assertEquals(1, hall.received.size());
    }
  }

  @Test
  void what_was_handed_in_stays_so_when_the_next_one_is_given_up() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      new Walker(hall, screen, CASE).walk(item(hall, "childbirth"));
      goOn(screen, item(hall, "prenatal"));
      hall.journey().leave();

      assertEquals(1, hall.received.size());
      hall.received
          .getFirst()
          .attachments()
          .forEach(page -> assertTrue(hall.scans().find(page.digest()).isPresent()));
    }
  }

  @Test
  void nothing_follows_a_filing_that_was_refused() {
    try (FakeHall hall = new FakeHall("pingdingshan", data, Keys.named("k1"))) {
      hall.filingReply = new FilingReply.Refused("9001", "材料不符");
      Screen screen = new Screen(hall.journey());
      Step.Result result = new Walker(hall, screen, CASE).walk(item(hall, "childbirth"));

      assertTrue(result.choices().stream().noneMatch(c -> c.id().equals("alongside")));
    }
  }
}
