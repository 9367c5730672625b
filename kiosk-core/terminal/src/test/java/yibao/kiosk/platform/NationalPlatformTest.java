package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.PresentedCredential.Document;
import yibao.kiosk.platform.PresentedCredential.IdentityCard;
import yibao.kiosk.platform.PresentedCredential.SocialSecurityCard;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Insurance;
import yibao.kiosk.record.InsuranceKind;
import yibao.kiosk.record.InsuranceStatus;
import yibao.kiosk.record.InsuredPerson;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.people.IdentityDocument;
import yibao.sandbox.people.SandboxPerson;

/** The terminal's side of the envelope against the sandbox's. */
class NationalPlatformTest {

  @TempDir Path directory;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T01:30:00Z"));
  private final AtomicInteger reads = new AtomicInteger();
  private final FilingKey key = FilingKey.fresh();
  private final List<String> sent = new ArrayList<>();
  private SandboxPlatform sandbox;
  private NationalPlatform platform;

  @BeforeEach
  void start() throws IOException {
    startSandbox(0);
    platform = new NationalPlatform(Samples.profile(), Samples.TERMINAL, this::send, now::get);
  }

  private Transport.Delivery send(String infno, byte[] message) {
    sent.add(infno);
    return new PlainTransport(
            new HttpPost(
                sandbox.address(),
                new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(10))))
        .send(infno, message);
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void a_person_is_found_with_all_insurances() {
    InsuredPerson person = known(Samples.CARD);

    assertEquals("马文轩", person.name());
    assertEquals(LocalDate.of(1986, 4, 12), person.birth());
    assertEquals(Optional.of("13900000001"), person.phone());
    assertEquals(
        new Insurance(
            InsuranceKind.EMPLOYEE_BASIC,
            InsuranceStatus.ACTIVE,
            "630100",
            "青海省西宁市",
            "在职职工",
            LocalDate.of(2010, 7, 1),
            Optional.empty(),
            Optional.of("西宁青石坡机械有限公司"),
            Optional.of(new BigDecimal("4321.07"))),
        person.insurances().getFirst());
  }

  @Test
  void everybody_whom_the_platform_knows_can_be_read() {
    for (SandboxPerson person : sandbox.people().all()) {
      IdentityCard card =
          new IdentityCard(person.card().number(), person.card().name(), document(person));
      boolean ofQinghai = person.region().equals("qinghai") && person.platform().isPresent();

      PersonFound found = answered(platform.findPerson(card));

      assertEquals(ofQinghai, found instanceof PersonFound.Known, person.id());
    }
  }

  @Test
  void a_person_is_found_by_social_security_card_only_with_its_identification_code() {
    SandboxPerson person = sandbox.people().find("qh-resident").orElseThrow();
    String number = person.socialSecurityCard().orElseThrow().number();
    String identification = person.socialSecurityCard().orElseThrow().identification();

    assertEquals("李德厚", known(new SocialSecurityCard(number, identification)).name());
    assertEquals(
        new PersonFound.NotKnown(),
        answered(platform.findPerson(new SocialSecurityCard(number, "0".repeat(32)))));
  }

  @Test
  void contributions_come_newest_first() {
    List<Contribution> months =
        answered(
            platform.contributions(
                "63010200000000000001",
                InsuranceKind.EMPLOYEE_BASIC,
                "630100",
                YearMonth.of(2026, 1),
                YearMonth.of(2026, 12)));

    assertEquals(10, months.size(), "January to October, November is not yet due");
    assertEquals(
        new Contribution(
            InsuranceKind.EMPLOYEE_BASIC,
            YearMonth.of(2026, 10),
            YearMonth.of(2026, 10),
            true,
            "正常应缴",
            Optional.of(new BigDecimal("612.40"))),
        months.getFirst());
  }

  @Test
  void an_empty_object_for_a_list_is_no_contributions() {
    assertEquals(
        List.of(),
        answered(
            platform.contributions(
                "63010200000000000001",
                InsuranceKind.RESIDENT_BASIC,
                "630100",
                YearMonth.of(2026, 1),
                YearMonth.of(2026, 12))));
  }

  @Test
  void a_filing_is_finished_on_the_spot_and_handing_it_in_again_changes_nothing() {
    FilingReply first = platform.submit(Samples.relocation(key));
    FilingReply again = platform.submit(Samples.relocation(key));

    assertEquals(FilingState.FINISHED, assertInstanceOf(FilingReply.Taken.class, first).state());
    assertEquals(first, again);
    assertEquals(first, platform.askFiling(key));
    assertEquals(1, filed());
  }

  @Test
  void an_earlier_filing_in_the_way_is_named() {
    FilingReply.Taken first =
        assertInstanceOf(FilingReply.Taken.class, platform.submit(Samples.relocation(key)));

    FilingReply second = platform.submit(Samples.relocation(FilingKey.fresh()));

    assertEquals(
        new FilingReply.AlreadyFiled(first.number(), LocalDate.of(2026, 11, 22), "长期居住，上海市"),
        second);
  }

  @Test
  void a_filing_that_breaks_the_platforms_rules_is_refused_with_its_words() {
    assertEquals(
        new FilingReply.Refused("2003", "就医地不能在本统筹区内"),
        platform.submit(Samples.relocation(key, Map.of("destination", "630100"))));
    assertEquals(new FilingReply.NotThere(), platform.askFiling(key));
  }

  @Test
  void an_undecided_filing_is_accepted() throws IOException {
    sandbox.mood(Mood.UNDECIDED);

    FilingReply reply = platform.submit(Samples.relocation(key));

    assertEquals(FilingState.ACCEPTED, assertInstanceOf(FilingReply.Taken.class, reply).state());
  }

  @Test
  void the_first_citizen_finds_the_terminal_signed_in() {
    platform.warmUp();
    assertEquals(List.of("9001"), sent);

    platform.submit(Samples.relocation(key));
    assertEquals(List.of("9001", "990101"), sent);
  }

  @Test
  void an_operation_the_profile_does_not_know_is_not_sent() {
    FilingDraft unmapped = Samples.filing(key, "unheard-of", Map.of());

    assertEquals(
        new FilingReply.CannotSend("platform.operation-not-mapped"), platform.submit(unmapped));
  }

  @Test
  void a_word_the_code_table_does_not_have_is_not_sent_as_if_it_were_a_code() {
    FilingDraft unmapped = Samples.relocation(key, Map.of("kind", "unheard-of"));

    assertEquals(
        new FilingReply.CannotSend("platform.value-not-mapped"), platform.submit(unmapped));
    assertEquals(List.of(), sent);
  }

  @Test
  void a_platform_that_is_down_got_nothing() throws IOException {
    sandbox.mood(Mood.DOWN);

    assertEquals(
        new FilingReply.NotSent("platform.unreachable"), platform.submit(Samples.relocation(key)));
    assertEquals(
        new Reply.Unreachable<>("platform.unreachable"), platform.findPerson(Samples.CARD));
  }

  @Test
  void a_lost_reply_is_unknown_until_asked_about() throws IOException {
    known(Samples.CARD);
    sandbox.mood(Mood.DROP_REPLY);

    FilingReply reply = platform.submit(Samples.relocation(key));

    assertEquals(new FilingReply.Unknown("platform.connection-lost"), reply);
    sandbox.mood(Mood.NORMAL);
    assertInstanceOf(FilingReply.Taken.class, platform.askFiling(key));
    assertEquals(1, filed());
  }

  @Test
  void a_login_page_instead_of_an_answer_is_unknown() throws IOException {
    known(Samples.CARD);
    sandbox.mood(Mood.GARBAGE);

    assertEquals(
        new FilingReply.Unknown("platform.not-understood"),
        platform.submit(Samples.relocation(key)));
  }

  @Test
  void a_platform_that_refuses_to_be_asked_leaves_the_filing_unknown() throws IOException {
    platform.submit(Samples.relocation(key));
    sandbox.mood(Mood.REFUSE);

    assertEquals(new FilingReply.Unknown("platform.question-refused"), platform.askFiling(key));
  }

  @Test
  void a_new_day_needs_a_new_sign_in_and_nobody_notices() {
    known(Samples.CARD);
    now.set(now.get().plus(Duration.ofDays(1)));

    known(Samples.CARD);
  }

  @Test
  void a_platform_that_forgot_our_sign_in_gets_another() throws IOException {
    known(Samples.CARD);
    int port = sandbox.address().getPort();
    sandbox.close();
    startSandbox(port);

    known(Samples.CARD);
    assertInstanceOf(FilingReply.Taken.class, platform.submit(Samples.relocation(key)));
  }

  @Test
  void a_clock_that_is_an_hour_off_is_refused_before_anything_is_done() throws IOException {
    sandbox.close();
    sandbox =
        SandboxPlatform.start(
            new SandboxPlatform.Settings(
                directory, sandbox.address().getPort(), () -> now.get().plusSeconds(3600)));

    assertEquals(
        new FilingReply.NotSent("platform.sign-in-refused"),
        platform.submit(Samples.relocation(key)));
  }

  @Test
  void what_is_not_decided_can_be_taken_back() {
    FilingReply.Taken claim =
        assertInstanceOf(
            FilingReply.Taken.class,
            platform.submit(Samples.filing(key, "reimbursement", Map.of("care", "inpatient"))));

    FilingReply withdrawn = platform.withdraw(claim.number(), "630102198604129916");

    assertEquals(new FilingReply.Taken(claim.number(), FilingState.WITHDRAWN), withdrawn);
    assertEquals(withdrawn, platform.withdraw(claim.number(), "630102198604129916"));
    assertEquals(new FilingReply.NotThere(), platform.withdraw("1", "630102198604129916"));
  }

  @Test
  void what_is_finished_cannot_be_taken_back() {
    FilingReply.Taken done =
        assertInstanceOf(FilingReply.Taken.class, platform.submit(Samples.relocation(key)));

    FilingReply.Refused kept =
        assertInstanceOf(
            FilingReply.Refused.class, platform.withdraw(done.number(), "630102198604129916"));
    assertEquals(Withdrawals.TOO_LATE, kept.code());
  }

  @Test
  void what_cannot_be_taken_back_in_maintenance_is_not_said_to_be_too_late() throws IOException {
    FilingReply.Taken done =
        assertInstanceOf(FilingReply.Taken.class, platform.submit(Samples.relocation(key)));
    sandbox.mood(Mood.REFUSE);

    assertEquals(
        new FilingReply.Refused("2099", "系统维护，暂不办理"),
        platform.withdraw(done.number(), "630102198604129916"));
  }

  @Test
  void the_same_key_with_other_content_is_to_be_asked_about() {
    platform.submit(Samples.relocation(key));

    assertEquals(
        new FilingReply.Unknown("platform.undetermined"),
        platform.submit(Samples.relocation(key, Map.of("phone", "13900000009"))));
    assertInstanceOf(FilingReply.Taken.class, platform.askFiling(key));
  }

  @Test
  void a_clock_that_goes_wrong_after_signing_in_does_not_refuse_the_filing() {
    known(Samples.CARD);
    NationalPlatform fast =
        new NationalPlatform(
            Samples.profile(),
            Samples.TERMINAL,
            new PlainTransport(
                new HttpPost(
                    sandbox.address(),
                    new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(10)))),
            () -> reads.getAndIncrement() < 2 ? now.get() : now.get().plusSeconds(3600));

    assertEquals(new FilingReply.NotSent("platform.not-now"), fast.submit(Samples.relocation(key)));
  }

  @Test
  void a_relocation_is_cancelled_without_knowing_its_number_when_there_is_only_one() {
    platform.submit(Samples.relocation(key));

    FilingReply cancelled =
        platform.submit(
            Samples.filing(FilingKey.fresh(), "relocationChange", Map.of("action", "cancel")));

    assertInstanceOf(FilingReply.Taken.class, cancelled);
    assertInstanceOf(
        FilingReply.Taken.class, platform.submit(Samples.relocation(FilingKey.fresh())));
  }

  @Test
  void after_signing_out_the_next_question_signs_in_again() {
    known(Samples.CARD);
    platform.close();
    platform.close();

    known(Samples.CARD);
  }

  private void startSandbox(int port) throws IOException {
    sandbox = SandboxPlatform.start(new SandboxPlatform.Settings(directory, port, now::get));
  }

  private long filed() {
    return sandbox.filings().stream().filter(it -> it.key().isPresent()).count();
  }

  private InsuredPerson known(PresentedCredential credential) {
    return assertInstanceOf(PersonFound.Known.class, answered(platform.findPerson(credential)))
        .person();
  }

  private static <T> T answered(Reply<T> reply) {
    assertTrue(reply instanceof Reply.Answered, reply.toString());
    return ((Reply.Answered<T>) reply).value();
  }

  private static Document document(SandboxPerson person) {
    return switch (person.card().kind()) {
      case IdentityDocument.Kind.RESIDENT -> Document.RESIDENT_ID;
      case IdentityDocument.Kind.HONG_KONG_MACAO_TAIWAN -> Document.HMT_RESIDENCE_PERMIT;
      case IdentityDocument.Kind.FOREIGNER_2017, IdentityDocument.Kind.FOREIGNER_2023 ->
          Document.FOREIGN_PERMANENT_RESIDENCE;
    };
  }
}
