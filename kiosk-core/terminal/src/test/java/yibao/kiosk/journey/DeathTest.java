package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

/** A relative reports a death, and goes on to what the dead person's account still holds. */
class DeathTest {

  private static final String HEIR = "110105197501010026";

  @TempDir private Path data;

  private static ServiceItem item(FakeHall hall, String link) {
    return hall.site().region().linked(link).getFirst();
  }

  private static IdentityDocument heirsCard() {
    return new IdentityDocument.ResidentCard(
        "李示例",
        HEIR,
        Sex.FEMALE,
        LocalDate.of(1975, 1, 1),
        new Validity(LocalDate.of(2020, 1, 1), Optional.empty()),
        "汉",
        "示例路2号");
  }

  /** From the briefing to where the form begins, as the child of somebody who has died. */
  private static void givenAnHeir(FakeHall hall, Screen screen) {
    screen.answer("{\"choice\":\"agent\"}");
    screen.answer("{\"value\":\"deceased\"}");
    screen.answer("{\"value\":\"child\"}");
    whenTheHeirIsIdentified(hall, screen);
  }

  private static void whenTheHeirIsIdentified(FakeHall hall, Screen screen) {
    hall.cards.lay(heirsCard());
    screen.confirm();
    screen.answer("{\"value\":\"13912345678\"}");
    screen.answer("{\"value\":\"欧阳若兰\"}");
    screen.answer("{\"value\":\"11010519491231002X\"}");
    screen.answer("{\"value\":\"2026-02-20\"}");
  }

  private static FilingReply taken(int n) {
    return new FilingReply.Taken("SL000" + n, FilingState.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "qinghai, employee-registration",
    "ziyang, employee-registration",
    "qinghai, resident-registration",
    "ziyang, resident-registration"
  })
  void a_reported_death_leads_on_to_the_account_for_the_heir_who_reports_it(
      String region, String link) {
    try (FakeHall hall = new FakeHall(region, data, Keys.named("k1"))) {
      hall.personReply =
          new Reply.Answered<>(new PersonFound.Known(EveryHandInTest.insuredTwice(hall)));
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      Map<String, String> said =
          Map.of("employment", "flexible", "matter", "end", "newborn", "false");
      hall.journey().start();
      screen.answer("{\"item\":" + item(hall, link).seq() + "}");
      new Walker(hall, screen, said).walkTo(Step.Brief.class);
      givenAnHeir(hall, screen);
      Walker report = new Walker(hall, screen, said);
      report.walkTo(Step.Result.class);
      ServiceItem withdrawal = item(hall, "account-withdrawal");
      hall.filingReply = taken(2);
      screen.answer("{\"choice\":\"alongside\"}");
      screen.answer("{\"value\":\"" + withdrawal.seq() + "\"}");
      Walker account = new Walker(hall, screen, said).another("account");
      account.walkTo(Step.Result.class);

      FilingDraft death = hall.received.getFirst();
      assertEquals("death", death.values().get("special"));
      assertEquals("2026-02-20", death.values().get("diedOn"));
      assertEquals("13912345678", death.values().get("phone"));
      FilingDraft money = hall.received.getLast();
      assertEquals(withdrawal.seq(), money.item());
      assertEquals("110105194912310021", money.certificateNumber());
      assertEquals("deceased", money.values().get("principal"));
      assertEquals("death", money.values().get("withdrawal"));
      assertEquals("2026-02-20", money.values().get("diedOn"));
      assertEquals("李示例", money.values().get("heirName"));
      assertEquals(HEIR, money.values().get("heirNumber"));
      assertEquals("child", money.values().get("heirRelation"));
      assertEquals("李示例", money.values().get("accountName"));
      for (String settled :
          List.of("special", "withdrawal", "diedOn", "heirName", "heirNumber", "phone")) {
        assertFalse(report.seen.contains("QUESTION " + settled), report.seen::toString);
        assertFalse(account.seen.contains("QUESTION " + settled), account.seen::toString);
      }
      assertFalse(account.seen.contains("IDENTIFY"), account.seen::toString);

      screen.answer("{\"choice\":\"print\"}");
      screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);
      String paper =
          new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
      for (String word : List.of("SL0001", "SL0002", "李示例（子女）", "欧阳若兰")) {
        assertTrue(paper.contains(word), word + " in " + paper);
      }
    }
  }

  @Test
  void nothing_is_offered_where_the_dead_person_had_no_account() {
    try (FakeHall hall = new FakeHall("qinghai", data, Keys.named("k1"))) {
      var both = EveryHandInTest.insuredTwice(hall);
      hall.personReply =
          new Reply.Answered<>(
              new PersonFound.Known(
                  new yibao.kiosk.record.InsuredPerson(
                      both.personNumber(),
                      both.name(),
                      both.certificateNumber(),
                      both.birth(),
                      both.phone(),
                      both.address(),
                      List.of(both.insurances().getLast()))));
      hall.filingReply = taken(1);
      Screen screen = new Screen(hall.journey());
      Map<String, String> said = Map.of("matter", "end", "newborn", "false");
      hall.journey().start();
      screen.answer("{\"item\":" + item(hall, "resident-registration").seq() + "}");
      new Walker(hall, screen, said).walkTo(Step.Brief.class);
      givenAnHeir(hall, screen);
      new Walker(hall, screen, said).walkTo(Step.Result.class);

      assertTrue(
          ((Step.Result) screen.view().step())
              .choices().stream().noneMatch(c -> c.id().equals("alongside")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void whoever_comes_with_their_own_card_for_somebody_dead_is_led_to_come_as_the_heir(
      String region) {
    try (FakeHall hall = new FakeHall(region, data, Keys.named("k1"))) {
      hall.filingReply = taken(1);
      hall.holder = heirsCard();
      hall.personReply = new Reply.Answered<>(new PersonFound.Known(heir(hall)));
      Screen screen = new Screen(hall.journey());
      Map<String, String> said = Map.of("withdrawal", "death");
      hall.journey().start();
      screen.answer("{\"item\":" + item(hall, "account-withdrawal").seq() + "}");
      Walker own = new Walker(hall, screen, said);
      own.walkUntil(
          s ->
              s instanceof Step.Eligibility told
                  && told.notice().code().equals("agent.heir-comes"));
      screen.answer("{\"choice\":\"agent\"}");
      assertEquals("relation", ((Step.Relation) screen.view().step()).field());
      screen.answer("{\"value\":\"spouse\"}");
      hall.personReply =
          new Reply.Answered<>(new PersonFound.Known(FakeHall.employee(hall.site().region())));
      whenTheHeirIsIdentified(hall, screen);
      new Walker(hall, screen, said).walkTo(Step.Result.class);

      FilingDraft draft = hall.received.getFirst();
      assertEquals("110105194912310021", draft.certificateNumber());
      assertEquals(HEIR, draft.values().get("heirNumber"));
      assertEquals("spouse", draft.values().get("heirRelation"));
    }
  }

  private static yibao.kiosk.record.InsuredPerson heir(FakeHall hall) {
    var somebody = FakeHall.employee(hall.site().region());
    return new yibao.kiosk.record.InsuredPerson(
        "P0002",
        "李示例",
        HEIR,
        LocalDate.of(1975, 1, 1),
        somebody.phone(),
        somebody.address(),
        somebody.insurances());
  }
}
