package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.catalog.ServiceItem;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.view.Group;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.PersonFound;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingOnRecord.Standing;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;
import yibao.kiosk.store.Keys;

/** Filings that the platform decides on the spot, in every region, by whoever may come. */
class InstantFilingTest {

  private static final String STROKES =
      "{\"strokes\":[[{\"x\":0,\"y\":0,\"t\":0},{\"x\":300,\"y\":40,\"t\":300}]],\"width\":800,\"height\":300}";

  /** An invented child; the check character fits. */
  private static final String CHILD = "630102201906010018";

  @TempDir private Path data;
  private FakeHall hall;
  private Screen screen;
  private final Map<String, String> says = new HashMap<>();

  @BeforeEach
  void what_an_ordinary_citizen_answers() {
    says.putAll(
        Map.of(
            "employment", "flexible",
            "newborn", "false",
            "special", "ordinary",
            "matter", "enrol",
            "tier", "100",
            "reason", "other",
            "address", "示例路一号院二栋",
            "phone", "13900139000",
            "who", "self",
            "category", "adult"));
    says.putAll(
        Map.of(
            "residence", "310101",
            "childName", "欧阳小满",
            "childNumber", CHILD,
            "guardian", "grandparent",
            "childCategory", "preschool",
            "firstTime", "true",
            "destination", "310000",
            "begin", "2026-03-02",
            "end", ""));
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void givenAHallIn(String region) {
    hall = new FakeHall(region, data, Keys.named("k1"));
    screen = new Screen(hall.journey());
  }

  private void givenInsured(Insurance... insurances) {
    InsuredPerson known = FakeHall.employee(hall.site().region());
    hall.personReply =
        new Reply.Answered<>(
            new PersonFound.Known(
                new InsuredPerson(
                    known.personNumber(),
                    known.name(),
                    known.certificateNumber(),
                    known.birth(),
                    known.phone(),
                    Optional.of("旧路二号院三栋"),
                    List.of(insurances))));
  }

  private Insurance insurance(InsuranceKind kind, InsuranceStatus status, String place) {
    return new Insurance(
        kind,
        status,
        place,
        place.equals(here()) ? hall.site().pool().name() : "外省外市",
        "灵活就业人员",
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private String here() {
    return hall.site().pool().admdvs();
  }

  private void whenTheItemIsStarted(String link) {
    ServiceItem item = hall.site().region().linked(link).getFirst();
    hall.journey().start();
    screen.answer("{\"item\":" + item.seq() + "}");
    while (screen.view().step() instanceof Step.Question question) {
      give(question);
    }
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
    hall.cards.lay(FakeHall.card());
    screen.confirm();
    screen.await(
        Step.class, step -> !(step instanceof Step.Wait) && !(step instanceof Step.Identify));
  }

  private void give(Step.Question question) {
    String answer = says.get(question.field().replaceFirst("Again$", ""));
    if (answer == null) {
      throw new AssertionError("nobody knows what to say to " + question);
    }
    screen.answer("{\"value\":\"" + answer + "\"}");
  }

  /** Answers until there is nothing to answer any more. */
  private Step.Review whenEverythingIsAnswered() {
    Step step = settled();
    while (!(step instanceof Step.Review review)) {
      switch (step) {
        case Step.Question question -> give(question);
        case Step.Commitment text ->
            screen.answer(
                "{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + text.digest() + "\"}");
        case Step.Sign _ -> screen.answer(STROKES);
        default -> throw new AssertionError("no way on from " + step);
      }
      step = settled();
    }
    return review;
  }

  private Step settled() {
    Step step = screen.await(Step.class, s -> !(s instanceof Step.Wait));
    if (step instanceof Step.Eligibility wanted
        && wanted.notice().code().equals("assurance.needed")) {
      hall.faceReply = AssuranceJourneyTest.matched();
      screen.answer("{\"choice\":\"face\"}");
      return settled();
    }
    return step;
  }

  private Step.Result whenHandedIn() {
    screen.answer("{\"submit\":true}");
    return screen.await(Step.Result.class);
  }

  private FilingDraft received() {
    return hall.received.getFirst();
  }

  private static List<String> labels(List<Row> rows) {
    return rows.stream().map(Row::label).toList();
  }

  private static String value(Step.Review review, String label) {
    return review.groups().stream()
        .map(Group::rows)
        .flatMap(List::stream)
        .filter(row -> row.label().equals(label))
        .map(Row::value)
        .findFirst()
        .orElseThrow();
  }

  private String receipt() {
    screen.answer("{\"choice\":\"print\"}");
    screen.await(Step.Paper.class, step -> step.phase() == Step.Paper.Phase.PRINTED);
    return new String(hall.printed.getLast(), Charset.forName("GBK"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void somebody_nobody_knows_registers_and_is_told_that_nothing_is_paid(String region) {
    givenAHallIn(region);
    hall.personReply = new Reply.Answered<>(new PersonFound.NotKnown());

    whenTheItemIsStarted("resident-registration");
    whenEverythingIsAnswered();
    Step.Result result = whenHandedIn();

    assertEquals(Step.Result.Outcome.FINISHED, result.outcome());
    assertTrue(labels(result.rows()).containsAll(List.of("缴费", "待遇开始")), result.toString());
    FilingDraft draft = received();
    assertEquals("", draft.personNumber());
    assertEquals(FakeHall.card().name(), draft.personName());
    assertEquals(InsuranceKind.RESIDENT_BASIC, draft.insurance());
    assertEquals(here(), draft.insuredPlace());
    String paper = receipt();
    assertTrue(paper.contains("尚未缴费"));
    assertTrue(paper.contains(FakeHall.card().name()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_child_is_registered_by_whoever_brings_it(String region) {
    givenAHallIn(region);
    says.put("who", "child");

    whenTheItemIsStarted("resident-registration");
    whenEverythingIsAnswered();
    whenHandedIn();

    FilingDraft draft = received();
    assertEquals("欧阳小满", draft.personName());
    assertEquals(CHILD, draft.certificateNumber());
    assertEquals("", draft.personNumber());
    assertEquals(FakeHall.card().name(), draft.values().get("agentName"));
    assertEquals(FakeHall.card().number(), draft.values().get("agentNumber"));
    assertFalse(draft.values().containsKey("category"));
    String paper = receipt();
    assertTrue(paper.contains("办理人"));
    assertTrue(paper.contains("欧阳小满"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void flexible_workers_enrol_pause_and_resume(String region) {
    givenAHallIn(region);
    hall.personReply = new Reply.Answered<>(new PersonFound.NotKnown());
    whenTheItemIsStarted("employee-registration");
    whenEverythingIsAnswered();
    whenHandedIn();
    assertEquals(InsuranceKind.EMPLOYEE_BASIC, received().insurance());
    assertEquals("enrol", received().values().get("matter"));
    assertFalse(received().values().containsKey("reason"));
    hall.journey().leave();
    hall.cards.lift();
  }

  @ParameterizedTest
  @CsvSource({
    "qinghai, suspend, ACTIVE",
    "pingdingshan, suspend, ACTIVE",
    "yantai, suspend, ACTIVE",
    "ziyang, suspend, ACTIVE",
    "gansu, suspend, ACTIVE",
    "qinghai, resume, PAUSED",
    "pingdingshan, resume, PAUSED",
    "yantai, resume, PAUSED",
    "ziyang, resume, PAUSED",
    "gansu, resume, PAUSED"
  })
  void a_flexible_worker_pauses_or_resumes(String region, String matter, InsuranceStatus status) {
    givenAHallIn(region);
    givenInsured(insurance(InsuranceKind.EMPLOYEE_BASIC, status, here()));
    says.put("matter", matter);

    whenTheItemIsStarted("employee-registration");
    whenEverythingIsAnswered();
    Step.Result result = whenHandedIn();

    assertEquals(matter, received().values().get("matter"));
    assertEquals(
        matter.equals("resume"), labels(result.rows()).contains("缴费"), result.rows().toString());
  }

  @Test
  void who_is_insured_elsewhere_is_told_where_and_does_not_register_twice() {
    givenAHallIn("qinghai");
    givenInsured(insurance(InsuranceKind.RESIDENT_BASIC, InsuranceStatus.ACTIVE, "110100"));
    says.put("who", "self");

    whenTheItemIsStarted("resident-registration");
    give((Step.Question) settled());

    Step.Eligibility told = screen.await(Step.Eligibility.class);
    assertEquals("eligibility.insured-elsewhere", told.notice().code());
    assertTrue(told.notice().text().contains("外省外市"));
  }

  @Test
  void who_is_paused_cannot_pause_and_is_told_so() {
    givenAHallIn("yantai");
    givenInsured(insurance(InsuranceKind.EMPLOYEE_BASIC, InsuranceStatus.PAUSED, here()));
    says.put("matter", "suspend");

    whenTheItemIsStarted("employee-registration");
    if (settled() instanceof Step.Question question) {
      give(question);
    }

    assertEquals("eligibility.cover-active", screen.await(Step.Eligibility.class).notice().code());
  }

  @ParameterizedTest
  @CsvSource({
    "qinghai, employee-change",
    "pingdingshan, employee-change",
    "yantai, employee-change",
    "gansu, employee-change",
    "qinghai, resident-change",
    "pingdingshan, resident-change",
    "yantai, resident-change",
    "ziyang, resident-change",
    "gansu, resident-change"
  })
  void a_new_phone_number_replaces_the_one_on_record(String region, String link) {
    givenAHallIn(region);
    givenInsured(
        insurance(InsuranceKind.EMPLOYEE_BASIC, InsuranceStatus.ACTIVE, here()),
        insurance(InsuranceKind.RESIDENT_BASIC, InsuranceStatus.PAUSED, here()));
    says.putAll(Map.of("change", "phone", "employeeChange", "phone", "residentChange", "phone"));

    whenTheItemIsStarted(link);
    Step.Question asked = (Step.Question) settled();
    assertTrue(asked.hint().orElseThrow().contains("138****5678"), asked.toString());
    screen.answer("{\"value\":\"13812345678\"}");
    assertTrue(((Step.Question) settled()).error().orElseThrow().contains("一样"));
    Step.Review review = whenEverythingIsAnswered();

    assertEquals("139****9000（原：138****5678）", value(review, "手机号"));
    whenHandedIn();
    assertEquals("13900139000", received().values().get("phone"));
    assertEquals("phone", received().values().get("change"));
    assertEquals(
        link.startsWith("employee") ? InsuranceKind.EMPLOYEE_BASIC : InsuranceKind.RESIDENT_BASIC,
        received().insurance());
    assertTrue(receipt().contains("13900139000"));
  }

  private static FilingOnRecord relocation(
      String number, String kind, Standing standing, Optional<LocalDate> last) {
    return new FilingOnRecord(
        number,
        Optional.empty(),
        FilingState.FINISHED,
        "长期居住，上海市",
        LocalDate.of(2026, 1, 5),
        Optional.empty(),
        Optional.of(LocalDate.of(2026, 1, 5)),
        last,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        standing,
        Map.of(
            "kind", kind,
            "destination", "310000",
            "begin", "2026-01-05",
            "address", "外滩示例路八号",
            "phone", "13700137000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void the_only_filing_on_record_is_cancelled_without_being_asked_for(String region) {
    givenAHallIn(region);
    hall.enquiries.onRecord =
        List.of(
            relocation("B1", "resident", Standing.IN_FORCE, Optional.empty()),
            relocation("B2", "retired", Standing.IN_FORCE, Optional.empty()),
            relocation("B3", "resident", Standing.NONE, Optional.empty()),
            relocation("B4", "resident", Standing.IN_FORCE, Optional.of(LocalDate.of(2026, 2, 1))));
    says.put("action", "cancel");

    whenTheItemIsStarted("relocation-resident");
    Step.Review review = whenEverythingIsAnswered();

    assertTrue(value(review, "原备案").contains("上海市"));
    whenHandedIn();
    assertEquals(
        Map.of("action", "cancel", "kind", "resident", "earlier", "B1"), received().values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void a_change_begins_with_what_is_on_record(String region) {
    givenAHallIn(region);
    hall.enquiries.onRecord =
        List.of(
            relocation("B1", "resident", Standing.IN_FORCE, Optional.empty()),
            relocation("B5", "resident", Standing.IN_FORCE, Optional.empty()));
    says.putAll(Map.of("action", "change", "earlier", "B5"));

    whenTheItemIsStarted("relocation-resident");
    Step.Question which = (Step.Question) settled();
    assertEquals(List.of("B1", "B5"), which.options().stream().map(o -> o.value()).toList());
    give(which);
    Step.Question place = (Step.Question) settled();
    assertEquals(Optional.of("310000"), place.value());
    assertEquals(Optional.of("上海市"), place.valueLabel());
    whenEverythingIsAnswered();
    whenHandedIn();

    assertEquals("B5", received().values().get("earlier"));
    assertEquals("310000", received().values().get("destination"));
  }

  @Test
  void only_a_suspended_filing_can_be_resumed() {
    givenAHallIn("gansu");
    hall.enquiries.onRecord =
        List.of(relocation("B1", "resident", Standing.IN_FORCE, Optional.empty()));
    says.put("action", "resume");

    whenTheItemIsStarted("relocation-resident");

    assertEquals("eligibility.no-filing", screen.await(Step.Eligibility.class).notice().code());
  }

  @Test
  void the_same_filing_again_leads_to_the_one_on_record() {
    givenAHallIn("qinghai");
    says.put("action", "file");
    hall.filingReply = new FilingReply.AlreadyFiled("B1", LocalDate.of(2026, 1, 5), "长期居住，上海市");
    whenTheItemIsStarted("relocation-resident");
    whenEverythingIsAnswered();
    Step.Result result = whenHandedIn();
    assertEquals(Step.Result.Outcome.ALREADY_FILED, result.outcome());
    hall.enquiries.onRecord =
        List.of(relocation("B1", "resident", Standing.IN_FORCE, Optional.empty()));
    hall.filingReply = new FilingReply.Taken("SL9", FilingState.FINISHED);

    screen.answer("{\"choice\":\"manage\"}");
    says.put("action", "cancel");
    give((Step.Question) screen.view().step());
    screen.answer("{\"choice\":\"start\"}");
    settled();
    whenEverythingIsAnswered();

    assertEquals(Step.Result.Outcome.FINISHED, whenHandedIn().outcome());
    assertEquals("B1", hall.received.getLast().values().get("earlier"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "yantai", "ziyang", "gansu"})
  void what_was_promised_is_kept_by_its_digest_and_printed_word_for_word(String region) {
    givenAHallIn(region);
    says.put("action", "file");
    whenTheItemIsStarted("relocation-resident");
    whenEverythingIsAnswered();
    whenHandedIn();

    var signed = received().commitment().orElseThrow();
    var text = hall.site().region().commitments().get(signed.id());
    assertEquals(text.digest(), signed.digest());
    String paper = receipt().replaceAll("[^\\p{IsHan}]", "");
    assertTrue(paper.contains(text.title()), paper);
    text.paragraphs()
        .forEach(
            paragraph ->
                assertTrue(paper.contains(paragraph.replaceAll("[^\\p{IsHan}]", "")), paragraph));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "yantai", "ziyang", "gansu"})
  void whoever_declines_the_commitment_is_told_what_then_and_may_think_again(String region) {
    givenAHallIn(region);
    says.put("action", "file");
    whenTheItemIsStarted("relocation-resident");
    whenQuestionsAreAnswered();
    Step.Commitment text = (Step.Commitment) settled();

    screen.answer("{\"accepted\":false}");
    Step.Eligibility told = screen.await(Step.Eligibility.class);
    assertEquals("commitment.declined", told.notice().code());
    assertTrue(told.notice().text().contains(text.title()));
    screen.answer("{\"choice\":\"read\"}");
    assertEquals(text, screen.view().step());
    screen.answer("{\"accepted\":false}");
    screen.answer("{\"choice\":\"out\"}");

    assertTrue(hall.received.isEmpty());
    assertTrue(screen.view().item().isEmpty() || screen.view().step() instanceof Step.Rate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"readToEnd\":false", ",\"readToEnd\":\"true\""})
  void a_commitment_not_read_to_its_end_is_not_accepted(String read) {
    givenAHallIn("qinghai");
    says.put("action", "file");
    whenTheItemIsStarted("relocation-resident");
    whenQuestionsAreAnswered();
    Step.Commitment text = (Step.Commitment) settled();
    assertTrue(text.error().isEmpty());
    String accepted = "{\"accepted\":true,\"digest\":\"" + text.digest() + "\"";

    screen.answer(accepted + read + "}");
    assertTrue(((Step.Commitment) settled()).error().isPresent());

    screen.answer(accepted + ",\"readToEnd\":true}");
    assertTrue(settled() instanceof Step.Sign);
  }

  @Test
  void a_commitment_heard_to_its_end_may_be_signed() {
    givenAHallIn("qinghai");
    says.put("action", "file");
    whenTheItemIsStarted("relocation-resident");
    whenQuestionsAreAnswered();
    Step.Commitment text = (Step.Commitment) settled();

    screen.answer(
        "{\"accepted\":true,\"readToEnd\":false,\"heard\":true,\"digest\":\""
            + text.digest()
            + "\"}");

    assertTrue(settled() instanceof Step.Sign);
  }

  @Test
  void a_dot_is_no_signature() {
    givenAHallIn("qinghai");
    says.put("action", "file");
    whenTheItemIsStarted("relocation-resident");
    whenQuestionsAreAnswered();
    Step.Commitment text = (Step.Commitment) settled();
    screen.answer("{\"accepted\":true,\"readToEnd\":true,\"digest\":\"" + text.digest() + "\"}");

    screen.answer(
        "{\"strokes\":[[{\"x\":1,\"y\":1,\"t\":0},{\"x\":3,\"y\":1,\"t\":9}]],\"width\":800,\"height\":300}");
    assertTrue(screen.await(Step.Sign.class).error().isPresent());
    screen.answer("{\"strokes\":[],\"width\":800,\"height\":300}");
    assertTrue(screen.await(Step.Sign.class).error().isPresent());

    screen.answer(STROKES);
    assertTrue(settled() instanceof Step.Review);
  }

  private void whenQuestionsAreAnswered() {
    while (settled() instanceof Step.Question question) {
      give(question);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6222021234567890128", "6222021234567890129"})
  void a_bank_account_counts_once_it_was_written_twice_the_same(String account) {
    givenAHallIn("gansu");
    says.put("employeeChange", "bank");
    says.put("bank", "102");
    whenTheItemIsStarted("employee-change");
    if (settled() instanceof Step.Question bank && bank.field().equals("bank")) {
      give(bank);
    }
    writesTheAccount(account);
    assertEquals("accountAgain", ((Step.Question) settled()).field());
    screen.answer("{\"value\":\"6222021234567890111\"}");
    Step.Question anew = (Step.Question) settled();
    assertEquals("account", anew.field());
    assertTrue(anew.error().isPresent() && anew.value().isEmpty());

    writesTheAccount(account);
    screen.answer("{\"value\":\"" + account + "\"}");

    assertFalse(settled() instanceof Step.Question more && more.field().startsWith("account"));
  }

  /** A number that fails Luhn is doubted once. */
  private void writesTheAccount(String account) {
    screen.answer("{\"value\":\"" + account + "\"}");
    if (settled() instanceof Step.Question doubted && doubted.warning().isPresent()) {
      screen.answer("{\"value\":\"" + account + "\"}");
    }
  }

  @Test
  void who_is_not_insured_here_can_register_instead() {
    givenAHallIn("qinghai");
    hall.personReply = new Reply.Answered<>(new PersonFound.NotKnown());
    whenTheItemIsStarted("insured-query");
    Step.Eligibility told = screen.await(Step.Eligibility.class);
    Choice register =
        told.choices().stream()
            .filter(choice -> choice.label().contains("居民参保登记"))
            .findFirst()
            .orElseThrow();

    screen.answer("{\"choice\":\"" + register.id() + "\"}");
    while (screen.view().step() instanceof Step.Question question) {
      give(question);
    }
    screen.answer("{\"choice\":\"start\"}");
    settled();
    whenEverythingIsAnswered();

    assertEquals(Step.Result.Outcome.FINISHED, whenHandedIn().outcome());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qinghai", "pingdingshan", "yantai", "ziyang", "gansu"})
  void whom_the_platform_spells_differently_is_led_to_the_change_of_key_information(String region) {
    givenAHallIn(region);
    InsuredPerson known = FakeHall.employee(hall.site().region());
    hall.personReply =
        new Reply.Answered<>(
            new PersonFound.Known(
                new InsuredPerson(
                    known.personNumber(),
                    "欧阳若蓝",
                    known.certificateNumber(),
                    known.birth(),
                    known.phone(),
                    known.address(),
                    List.of(
                        insurance(InsuranceKind.RESIDENT_BASIC, InsuranceStatus.ACTIVE, here())))));
    whenTheItemIsStarted("insured-query");
    Step.Eligibility told = screen.await(Step.Eligibility.class);
    assertEquals("eligibility.name-differs", told.notice().code());
    Choice change =
        told.choices().stream()
            .filter(choice -> choice.label().contains("居民"))
            .findFirst()
            .orElseThrow();

    screen.answer("{\"choice\":\"" + change.id() + "\"}");
    says.putAll(Map.of("change", "key", "residentChange", "key", "keyItem", "name"));
    while (screen.view().step() instanceof Step.Question question) {
      give(question);
    }
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
    Step first = settled();

    assertEquals("keyItem", ((Step.Question) first).field());
  }
}
