package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.Enquiries.Subject;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.ScriptedServer;
import yibao.kiosk.record.AccountMovement;
import yibao.kiosk.record.Accumulation;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.FeeLine;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.HospitalStay;
import yibao.kiosk.record.Institution;
import yibao.kiosk.record.Referral;
import yibao.kiosk.record.Settlement;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;

class NationalEnquiriesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Subject EMPLOYEE = new Subject("63010200000000000001", "630100");

  @TempDir Path directory;

  private SandboxPlatform sandbox;
  private NationalPlatform platform;
  private Enquiries enquiries;

  @BeforeEach
  void start() throws IOException {
    sandbox = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, () -> NOW));
    platform = platform(Samples.profile());
    enquiries = platform.enquiries();
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void account_movements_come_newest_first_with_money_out_below_zero() {
    List<AccountMovement> movements =
        answered(enquiries.accountMovements(EMPLOYEE, LocalDate.of(2026, 10, 1), TODAY));

    assertEquals(
        List.of(
            new AccountMovement(LocalDate.of(2026, 10, 15), new BigDecimal("183.72"), "划入"),
            new AccountMovement(LocalDate.of(2026, 10, 3), new BigDecimal("-46.80"), "定点药店消费")),
        movements);
  }

  @Test
  void the_fees_of_every_settlement_add_up_to_its_total() {
    List<Settlement> settlements =
        answered(enquiries.settlements(EMPLOYEE, TODAY.minusYears(1), TODAY));

    assertEquals(2, settlements.size());
    assertEquals("西宁青石坡医院", settlements.getLast().institution());
    assertEquals("普通住院", settlements.getLast().care());
    for (Settlement settlement : settlements) {
      List<FeeLine> fees = answered(enquiries.fees(EMPLOYEE, settlement));
      assertEquals(
          settlement.total(),
          fees.stream().map(FeeLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
      assertEquals(
          settlement.total(), settlement.fund().add(settlement.account()).add(settlement.cash()));
    }
  }

  @Test
  void a_settlement_of_somebody_else_is_refused() {
    Settlement mine =
        answered(enquiries.settlements(EMPLOYEE, TODAY.minusYears(1), TODAY)).getFirst();

    assertInstanceOf(
        Reply.Refused.class, enquiries.fees(new Subject("63010200000000000002", "630100"), mine));
  }

  @Test
  void chronic_entitlements_say_until_when_they_hold() {
    String number =
        sandbox.people().find("gs-resident").orElseThrow().platform().orElseThrow().number();

    List<ChronicEntitlement> chronic =
        answered(enquiries.chronicEntitlements(new Subject(number, "622900")));

    assertEquals(List.of("高血压", "糖尿病"), chronic.stream().map(ChronicEntitlement::name).toList());
    assertTrue(chronic.getFirst().holdsOn(TODAY));
    assertTrue(!chronic.getLast().holdsOn(TODAY), "ended in May");
  }

  @Test
  void a_year_comes_to_what_its_settlements_add_up_to() {
    List<Settlement> settlements =
        answered(enquiries.settlements(EMPLOYEE, TODAY.withDayOfYear(1), TODAY));

    List<Accumulation> year = answered(enquiries.accumulations(EMPLOYEE, YearMonth.from(TODAY)));

    assertEquals(
        Optional.of(
            settlements.stream().map(Settlement::fund).reduce(BigDecimal.ZERO, BigDecimal::add)),
        year.stream()
            .filter(it -> it.year() == 2026 && it.words().equals("基金支付"))
            .map(Accumulation::amount)
            .findFirst());
    assertEquals(
        List.of(),
        answered(enquiries.accumulations(EMPLOYEE, YearMonth.of(2027, 1))),
        "a new year");
  }

  @Test
  void a_stay_that_goes_on_is_no_settlement_and_is_told_as_a_stay() {
    Subject inHospital = subject("gs-employee", "629900");

    assertEquals(
        List.of(LocalDate.of(2026, 7, 11)),
        answered(enquiries.settlements(inHospital, TODAY.minusYears(1), TODAY)).stream()
            .map(Settlement::day)
            .toList());
    assertEquals(
        List.of(new HospitalStay("白塔东路医院", LocalDate.of(2026, 11, 18))),
        answered(enquiries.staysInHospital(inHospital, TODAY.minusYears(1), TODAY)));
  }

  @Test
  void where_chronic_diseases_are_treated_and_what_hospitals_referred_is_on_record() {
    Subject resident = subject("gs-resident", "622900");

    assertEquals(
        List.of(new DesignatedInstitution("榆中兴隆医院", LocalDate.of(2023, 1, 1), Optional.empty())),
        answered(enquiries.designatedInstitutions(resident)));
    assertEquals(
        List.of(
            new Referral(
                "白塔东路医院",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 9, 1),
                Optional.of(LocalDate.of(2027, 2, 28)))),
        answered(enquiries.referrals(resident, TODAY.minusYears(1), TODAY)));
  }

  @Test
  void settlements_of_which_one_cannot_be_told_are_not_told_as_if_whole() throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      server
          .then(
              ScriptedServer.answer(
                  "{\"infcode\":0,\"output\":{\"signinoutb\":{\"sign_no\":\"S1\"}}}"))
          .then(
              ScriptedServer.answer(
                  "{\"infcode\":0,\"output\":{\"mdtrtinfo\":"
                      + "[{\"mdtrt_id\":\"M1\",\"begntime\":\"2026-10-01 08:00:00\"}]}}"))
          .then(ScriptedServer.answer("<html>"));

      assertInstanceOf(
          Reply.Unreachable.class,
          platform(Samples.profile(), server.address())
              .enquiries()
              .settlements(EMPLOYEE, TODAY.minusYears(1), TODAY));
    }
  }

  @Test
  void a_platform_that_fails_at_one_visit_is_not_asked_for_all_the_others() throws IOException {
    int visits = 40;
    String list =
        IntStream.range(0, visits)
            .mapToObj("{\"mdtrt_id\":\"M%d\",\"begntime\":\"2026-10-01 08:00:00\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    try (ScriptedServer server = new ScriptedServer()) {
      server
          .then(
              ScriptedServer.answer(
                  "{\"infcode\":0,\"output\":{\"signinoutb\":{\"sign_no\":\"S1\"}}}"))
          .then(ScriptedServer.answer("{\"infcode\":0,\"output\":{\"mdtrtinfo\":" + list + "}}"));
      for (int i = 0; i < visits; i++) {
        server.then(ScriptedServer.answer("<html>"));
      }

      assertInstanceOf(
          Reply.Unreachable.class,
          platform(Samples.profile(), server.address())
              .enquiries()
              .settlements(EMPLOYEE, TODAY.minusYears(1), TODAY));

      assertTrue(server.requests().size() < visits / 2, "asked " + server.requests().size());
    }
  }

  @Test
  void filings_are_found_by_person_and_by_number_wherever_they_were_handed_in() {
    FilingKey key = FilingKey.fresh();
    FilingReply.Taken taken =
        assertInstanceOf(FilingReply.Taken.class, platform.submit(Samples.relocation(key)));

    FilingOnRecord mine = answered(enquiries.filings(EMPLOYEE)).getFirst();

    assertEquals(Optional.of(key), mine.key());
    assertEquals(FilingState.FINISHED, mine.state());
    assertEquals("长期居住，上海市", mine.summary());
    assertEquals(Optional.of(TODAY), mine.from());
    assertEquals(Optional.empty(), mine.to());
    assertEquals(Optional.of(mine), answered(enquiries.filing(taken.number())));
    assertEquals(Optional.empty(), answered(enquiries.filing("no such number")));
  }

  @Test
  void a_filing_from_the_window_has_no_key_of_ours() {
    String number =
        sandbox.people().find("qh-pensioner").orElseThrow().platform().orElseThrow().number();

    FilingOnRecord earlier = answered(enquiries.filings(new Subject(number, "630100"))).getFirst();

    assertEquals(Optional.empty(), earlier.key());
    assertEquals(LocalDate.of(2025, 3, 1), earlier.filedOn());
  }

  @Test
  void nobodys_filings_are_an_empty_list() {
    assertEquals(List.of(), answered(enquiries.filings(EMPLOYEE)));
  }

  @Test
  void the_directories_are_searched_by_part_of_a_name() {
    List<Institution> hospitals =
        answered(enquiries.institutions("青石坡", Optional.of(Institution.Kind.HOSPITAL)));

    assertEquals(List.of("西宁青石坡医院"), hospitals.stream().map(Institution::name).toList());
    assertEquals(5, answered(enquiries.institutions("", Optional.empty())).size());
    assertEquals("乙类", answered(enquiries.drugs("头孢克肟")).getFirst().level());
    assertEquals(List.of(), answered(enquiries.drugs("没有这种药")));
  }

  @Test
  void the_days_book_is_whole_over_several_pages() {
    List<FilingKey> keys = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      FilingKey key = FilingKey.fresh();
      keys.add(key);
      assertInstanceOf(
          FilingReply.Taken.class,
          platform.submit(Samples.filing(key, "reimbursement", Map.of("invoice", "票" + i))));
    }

    List<FilingOnRecord> book = answered(platform.dayBook().filingsOf(TODAY));

    assertEquals(keys, book.stream().map(it -> it.key().orElseThrow()).toList());
    assertEquals(List.of(), answered(platform.dayBook().filingsOf(TODAY.minusDays(1))));
  }

  @Test
  void half_a_book_is_no_book() throws IOException {
    sandbox.mood(Mood.GARBAGE);

    assertInstanceOf(Reply.Unreachable.class, platform.dayBook().filingsOf(TODAY));
  }

  @Test
  void a_question_the_province_does_not_take_is_not_put() throws IOException {
    Path file = directory.resolve("p.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("../../deploy/provinces/sandbox.yaml"))
            .replace("  drugs: \"990203\"\n", ""));

    assertEquals(
        new Reply.Unreachable<>("platform.not-offered"),
        platform(ProvinceProfile.read(file)).enquiries().drugs("阿"));
  }

  private Subject subject(String person, String place) {
    return new Subject(
        sandbox.people().find(person).orElseThrow().platform().orElseThrow().number(), place);
  }

  private NationalPlatform platform(ProvinceProfile profile) {
    return platform(profile, sandbox.address());
  }

  private static NationalPlatform platform(ProvinceProfile profile, URI address) {
    return new NationalPlatform(
        profile,
        Samples.TERMINAL,
        new PlainTransport(
            new HttpPost(
                address, new HttpPost.Patience(Duration.ofSeconds(2), Duration.ofSeconds(10)))),
        () -> NOW);
  }

  private static <T> T answered(Reply<T> reply) {
    assertTrue(reply instanceof Reply.Answered, reply.toString());
    return ((Reply.Answered<T>) reply).value();
  }
}
