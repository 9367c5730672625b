package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Sex;
import yibao.kiosk.identity.Validity;
import yibao.kiosk.journey.route.Routes;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.StepKind;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.Keys;

/** Somebody comes for somebody else 委托办理. */
class AgentTest {

  private static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}";

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;

  @BeforeEach
  void open() {
    hall = new FakeHall("ziyang", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.ACCEPTED);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private static IdentityDocument agentsCard(Optional<LocalDate> until) {
    return new IdentityDocument.ResidentCard(
        "李示例",
        "110105197501010026",
        Sex.FEMALE,
        LocalDate.of(1975, 1, 1),
        new Validity(LocalDate.of(2020, 1, 1), until),
        "汉",
        "示例路2号");
  }

  private ServiceItem item(String link) {
    return hall.site().region().linked(link).getFirst();
  }

  private void givenAnAgentFor(String link, String principal, String relation) {
    givenAnAgentFor(link, principal, relation, Map.of());
  }

  private void givenAnAgentFor(
      String link, String principal, String relation, Map<String, String> said) {
    hall.journey().start();
    screen.answer("{\"item\":" + item(link).seq() + "}");
    new Walker(hall, screen, said).walkTo(Step.Brief.class);
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"agent\"}");
    assertEquals("principal", ((Step.Relation) screen.view().step()).field());
    screen.answer("{\"value\":\"" + principal + "\"}");
    screen.answer("{\"value\":\"" + relation + "\"}");
  }

  private void whenTheAgentIsIdentified() {
    assertEquals(Step.Identify.Whose.AGENT, ((Step.Identify) screen.view().step()).whose());
    hall.cards.lay(agentsCard(Optional.empty()));
    screen.confirm();
    assertEquals("agentPhone", ((Step.Question) screen.view().step()).field());
    screen.answer("{\"value\":\"13912345678\"}");
  }

  private void whenThePrincipalIsIdentified() {
    assertEquals(Step.Identify.Whose.PRINCIPAL, ((Step.Identify) screen.view().step()).whose());
    hall.cards.lay(FakeHall.card());
    screen.confirm();
  }

  /** Walks on to the materials, every question answered as it comes. */
  private Walker walkTo(Class<? extends Step> kind) {
    Walker walker = new Walker(hall, screen, Map.of());
    walker.walkTo(kind);
    return walker;
  }

  @Test
  void an_agent_acts_for_a_grown_person_who_signs_the_authority_here() {
    givenAnAgentFor("high-value-drug", "adult", "child");
    whenTheAgentIsIdentified();
    assertEquals(
        Optional.of("李*例"), screen.view().agent().map(agent -> agent.name()), "banner at once");
    whenThePrincipalIsIdentified();
    walkTo(Step.Materials.class);
    assertEquals(Optional.of("欧**兰"), screen.view().agent().flatMap(agent -> agent.principal()));
    Step.Materials materials = (Step.Materials) screen.view().step();
    assertTrue(materials.lines().stream().anyMatch(line -> line.id().equals("power-of-attorney")));
    screen.answer("{\"open\":\"power-of-attorney\"}");
    screen.answer("{\"way\":\"1\"}");
    walkTo(Step.Commitment.class);
    assertEquals("授权委托书", ((Step.Commitment) screen.view().step()).title());
    walkTo(Step.Sign.class);
    assertTrue(((Step.Sign) screen.view().step()).text().contains("委托人 欧**兰"));
    screen.answer(STROKES);
    screen.await(
        Step.Sign.class, sign -> sign.text().contains("申请") || sign.text().contains("认定表"));
    walkTo(Step.Result.class);
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    FilingDraft draft = hall.received.getFirst();
    assertEquals(FakeHall.card().number(), draft.certificateNumber());
    assertEquals("110105197501010026", draft.values().get("agentNumber"));
    assertEquals("child", draft.values().get("agentRelation"));
    assertEquals("13912345678", draft.values().get("agentPhone"));
    assertTrue(
        draft.attachments().stream()
            .anyMatch(page -> page.material().equals("power-of-attorney-signature")));
    String paper =
        new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertTrue(paper.contains("代办人李示例（子女）"), paper);
    assertTrue(paper.contains("欧阳若兰"), paper);
  }

  @Test
  void an_employers_worker_comes_for_an_employee_with_the_employees_authority() {
    givenAnAgentFor("high-value-drug", "adult", "employer");
    whenTheAgentIsIdentified();
    whenThePrincipalIsIdentified();
    walkTo(Step.Materials.class);
    screen.answer("{\"open\":\"power-of-attorney\"}");
    screen.answer("{\"way\":\"1\"}");
    walkTo(Step.Result.class);
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    FilingDraft draft = hall.received.getFirst();
    assertEquals("employer", draft.values().get("agentRelation"));
    assertEquals("110105197501010026", draft.values().get("agentNumber"));
    assertEquals(FakeHall.card().number(), draft.certificateNumber());
    String paper =
        new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertTrue(paper.contains("代办人李示例（单位经办人）"), paper);
  }

  @Test
  void an_authority_on_paper_must_not_have_expired() {
    givenAnAgentFor("high-value-drug", "adult", "spouse");
    whenTheAgentIsIdentified();
    whenThePrincipalIsIdentified();
    walkTo(Step.Materials.class);
    new Walker(hall, screen, Map.of())
        .walkUntil(s -> s instanceof Step.Question q && q.field().equals("authorityUntil"));
    screen.answer("{\"value\":\"2026-03-01\"}");
    assertTrue(((Step.Question) screen.view().step()).error().orElseThrow().contains("已经过期"));
    screen.answer("{\"value\":\"2026-12-31\"}");
    walkTo(Step.Result.class);

    assertEquals("2026-12-31", hall.received.getFirst().values().get("authorityUntil"));
  }

  @Test
  void nobody_is_their_own_agent() {
    givenAnAgentFor("high-value-drug", "adult", "spouse");
    whenTheAgentIsIdentified();
    hall.cards.lay(agentsCard(Optional.empty()));
    Step.Identify refused =
        screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.FAILED);

    assertEquals("agent.same-person", refused.notice().orElseThrow().code());
  }

  @Test
  void an_agents_expired_card_is_refused() {
    givenAnAgentFor("high-value-drug", "adult", "spouse");
    hall.cards.lay(agentsCard(Optional.of(LocalDate.of(2025, 1, 1))));
    Step.Identify refused =
        screen.await(Step.Identify.class, s -> s.phase() == Step.Identify.Phase.FAILED);

    assertEquals("card.expired", refused.notice().orElseThrow().code());
  }

  @Test
  void an_heir_comes_for_somebody_dead_with_name_number_and_a_proof_of_relation() {
    givenAnAgentFor("account-withdrawal", "deceased", "child");
    whenTheAgentIsIdentified();
    screen.answer("{\"value\":\"欧阳若兰\"}");
    screen.answer("{\"value\":\"11010519491231002X\"}");
    screen.answer("{\"value\":\"2026-02-20\"}");
    Walker walker = new Walker(hall, screen, Map.of("withdrawal", "death", "diedOn", "2026-02-20"));
    walker.walkTo(Step.Result.class);

    FilingDraft draft = hall.received.getFirst();
    assertEquals("deceased", draft.values().get("principal"));
    assertEquals("2026-02-20", draft.values().get("diedOn"));
    assertTrue(
        draft.attachments().stream()
            .anyMatch(page -> page.material().equals("household-register")));
    assertFalse(walker.seen.isEmpty());
  }

  @Test
  void a_newborn_without_a_number_is_handed_in_for_under_the_parent_who_comes() {
    hall.close();
    hall = new FakeHall("pingdingshan", data.resolve("pds"), Keys.named("k1"));
    screen = new Screen(hall.journey());
    hall.filingReply = new FilingReply.Taken("SL1", FilingState.RECEIVED);
    givenAnAgentFor("outpatient-reimbursement", "newborn", "parent", Map.of("invoice", "paper"));
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    screen.answer("{\"value\":\"13912345678\"}");
    screen.answer("{\"value\":\"欧阳小宝\"}");
    screen.answer("{\"value\":\"2026-02-20\"}");
    Walker walker = walkTo(Step.Materials.class);
    assertEquals(Optional.of("欧**宝"), screen.view().agent().flatMap(agent -> agent.principal()));
    assertTrue(
        ((Step.Materials) screen.view().step())
            .lines().stream().anyMatch(line -> line.id().equals("birth-certificate")));
    walkTo(Step.Result.class);
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, s -> s.phase() == Step.Paper.Phase.PRINTED);

    FilingDraft draft = hall.received.getFirst();
    assertEquals(FakeHall.card().number(), draft.certificateNumber());
    assertEquals("newborn", draft.values().get("principal"));
    assertEquals("欧阳小宝", draft.values().get("newbornName"));
    assertEquals("2026-02-20", draft.values().get("bornOn"));
    assertFalse(walker.seen.contains("IDENTIFY"), "the parent's card was read already");
    String paper =
        new String(hall.printed.getFirst(), Charset.forName("GB18030")).replaceAll("\\s", "");
    assertTrue(paper.contains("替新生儿欧阳小宝"), paper);
  }

  @Test
  void nothing_can_have_happened_to_somebody_after_their_death() {
    givenAnAgentFor("high-value-drug", "deceased", "child");
    whenTheAgentIsIdentified();
    screen.answer("{\"value\":\"欧阳若兰\"}");
    screen.answer("{\"value\":\"11010519491231002X\"}");
    screen.answer("{\"value\":\"2026-02-01\"}");
    walkTo(Step.Eligibility.class);
    Step.Eligibility told = (Step.Eligibility) screen.view().step();
    assertEquals("agent.after-death", told.notice().code());
    screen.answer("{\"choice\":\"change\"}");
    assertEquals("diagnosedOn", ((Step.Question) screen.view().step()).field());
    screen.answer("{\"value\":\"2026-01-20\"}");

    assertEquals(StepKind.MATERIALS, screen.settled().kind());
  }

  @Test
  void a_grown_person_is_no_child() {
    givenAnAgentFor("high-value-drug", "child", "parent");
    whenTheAgentIsIdentified();
    whenThePrincipalIsIdentified();

    assertEquals("agent.not-a-child", screen.await(Step.Eligibility.class).notice().code());
  }

  @Test
  void where_agents_may_only_come_to_a_window_the_terminal_does_not_offer_it() {
    ServiceItem registration = FakeHall.region("gansu").linked("resident-registration").getFirst();

    assertFalse(Routes.takesAgents(registration.reading().otherwise()));
    assertTrue(Routes.takesAgents(item("high-value-drug").reading().otherwise()));
  }
}
