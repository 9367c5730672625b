package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.kiosk.platform.Enquiries.Subject;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.ChronicEntitlement;
import yibao.kiosk.record.DesignatedInstitution;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.Referral;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.ledger.LedgerFiling;

/** The national records of care, 2501 to 2506, from the terminal's words to the platform's list. */
class CareRecordsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T01:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Subject EMPLOYEE = new Subject("63010200000000000001", "630100");

  private static final Map<String, String> REFERRAL =
      Map.of(
          "diagnosisCode", "C34.900",
          "diagnosis", "肺恶性肿瘤",
          "condition", "需放射治疗",
          "hospitalCode", "H11010000001",
          "hospital", "北京梧桐里医院",
          "hospitalPlace", "110100",
          "hospitalAgrees", "true",
          "referredOn", "2026-11-20",
          "begin", "2026-11-22",
          "end", "2027-05-21");
  private static final Map<String, String> CHRONIC =
      Map.of(
          "diseaseCode", "M03900",
          "diseaseName", "高血压",
          "hospitalCode", "H63010000009",
          "hospital", "西宁青石坡医院",
          "diagnosedOn", "2026-11-01",
          "physicianCode", "D630100000001",
          "physician", "周明远",
          "begin", "2026-11-22",
          "address", "西宁市城东区测试路1号",
          "phone", "13900000001");
  private static final Map<String, String> DESIGNATION =
      Map.of(
          "institutionCode", "H63010000009",
          "institution", "西宁青石坡医院",
          "rank", "1",
          "begin", "2026-11-22");

  @TempDir Path directory;

  private final FilingKey key = FilingKey.fresh();
  private final List<JsonNode> sent = new ArrayList<>();
  private SandboxPlatform sandbox;
  private NationalPlatform platform;

  @BeforeEach
  void start() throws IOException {
    sandbox = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, () -> NOW));
    platform = new NationalPlatform(Samples.profile(), Samples.TERMINAL, this::send, () -> NOW);
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  private Transport.Delivery send(String infno, byte[] message) {
    try {
      sent.add(new JsonMapper().readTree(message));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new PlainTransport(
            new HttpPost(
                sandbox.address(),
                new HttpPost.Patience(Duration.ofSeconds(5), Duration.ofSeconds(20))))
        .send(infno, message);
  }

  @Test
  void a_referral_goes_out_by_2501_in_national_fields_and_is_then_on_record() {
    FilingReply.Taken taken = taken("referralRecord", REFERRAL);

    JsonNode refmedin = sent.getLast().at("/input/refmedin");
    assertEquals("2501", sent.getLast().path("infno").asText());
    assertEquals("63010200000000000001", refmedin.path("psn_no").asText());
    assertEquals("310", refmedin.path("insutype").asText());
    assertEquals("630100", refmedin.path("insu_optins").asText());
    assertEquals("C34.900", refmedin.path("diag_code").asText());
    assertEquals("1", refmedin.path("hosp_agre_refl_flag").asText());
    assertEquals(FilingState.FINISHED, taken.state(), "answered with a number alone");
    assertEquals(
        List.of(
            new Referral(
                "北京梧桐里医院",
                LocalDate.of(2026, 11, 20),
                TODAY,
                Optional.of(LocalDate.of(2027, 5, 21)))),
        answered(platform.enquiries().referrals(EMPLOYEE, TODAY.minusMonths(1), TODAY)));
  }

  @Test
  void a_chronic_disease_goes_out_by_2503_and_entitles_once_it_is_decided() {
    FilingReply.Taken taken = taken("chronicRecord", CHRONIC);

    JsonNode data = sent.getLast().at("/input/data");
    assertEquals("2503", sent.getLast().path("infno").asText());
    assertEquals("M03900", data.path("opsp_dise_code").asText());
    assertEquals("2026-11-01", data.path("hosp_ide_date").asText());
    assertEquals("D630100000001", data.path("diag_dr_codg").asText());
    assertEquals(FilingState.ACCEPTED, taken.state(), "people have to judge it");
    assertEquals(List.of(), answered(platform.enquiries().chronicEntitlements(EMPLOYEE)));

    sandbox.decide(taken.number(), LedgerFiling.State.FINISHED);

    assertEquals(
        List.of(new ChronicEntitlement("M03900", "高血压", TODAY, Optional.empty())),
        answered(platform.enquiries().chronicEntitlements(EMPLOYEE)));
  }

  @Test
  void what_a_citizen_applies_for_goes_out_by_2503_too_with_the_rest_of_the_form_beside_it() {
    FilingReply.Taken taken =
        taken(
            "chronicRecognition",
            Map.of(
                "disease", "other",
                "diseaseName", "高血压",
                "hospital", "西宁青石坡医院",
                "diagnosedOn", "2026-11-01",
                "address", "西宁市城东区测试路1号",
                "phone", "13900000001",
                "agentName", "周小满"));

    JsonNode data = sent.getLast().at("/input/data");
    assertEquals("2503", sent.getLast().path("infno").asText());
    assertEquals("2026-11-22", data.path("begndate").asText());
    assertEquals("630100", data.path("insu_optins").asText());
    assertEquals("周小满", data.at("/appy_cont/agentName").asText());
    assertEquals(FilingState.ACCEPTED, taken.state());
    assertEquals(
        "门诊慢特病病种待遇认定",
        answered(platform.enquiries().filing(taken.number())).orElseThrow().summary());
  }

  @Test
  void a_chosen_institution_goes_out_by_2505_and_is_then_on_record() {
    taken("designation", DESIGNATION);

    JsonNode data = sent.getLast().at("/input/data");
    assertEquals("2505", sent.getLast().path("infno").asText());
    assertEquals("01", data.path("biz_appy_type").asText());
    assertEquals("1", data.path("fix_srt_no").asText());
    assertEquals(
        List.of(new DesignatedInstitution("西宁青石坡医院", TODAY, Optional.empty())),
        answered(platform.enquiries().designatedInstitutions(EMPLOYEE)));
  }

  @ParameterizedTest
  @CsvSource({
    "referralRecord, referralRecordEnd, 2502",
    "chronicRecord, chronicRecordEnd, 2504",
    "designation, designationEnd, 2506"
  })
  void a_record_is_taken_off_by_its_own_transaction_once(String record, String end, String infno) {
    FilingReply.Taken taken = taken(record, values(record));
    Map<String, String> earlier = Map.of("earlier", taken.number(), "reason", "不再需要");

    FilingReply first = platform.submit(Samples.filing(FilingKey.fresh(), end, earlier));

    assertEquals(infno, sent.getLast().path("infno").asText());
    assertEquals(taken.number(), sent.getLast().at("/input/data/trt_dcla_detl_sn").asText());
    assertEquals(FilingState.FINISHED, assertInstanceOf(FilingReply.Taken.class, first).state());
    assertEquals(
        "2007",
        assertInstanceOf(
                FilingReply.Refused.class,
                platform.submit(Samples.filing(FilingKey.fresh(), end, earlier)))
            .code());
    assertEquals(
        List.of(), answered(platform.enquiries().referrals(EMPLOYEE, TODAY.minusMonths(1), TODAY)));
    assertEquals(List.of(), answered(platform.enquiries().chronicEntitlements(EMPLOYEE)));
    assertEquals(List.of(), answered(platform.enquiries().designatedInstitutions(EMPLOYEE)));
  }

  @ParameterizedTest
  @CsvSource({"referralRecord", "chronicRecord", "designation"})
  void the_same_key_gives_the_same_answer_and_an_equal_record_stands_in_the_way(String record) {
    FilingReply.Taken first = taken(record, values(record));

    assertEquals(first, platform.submit(Samples.filing(key, record, values(record))));
    assertEquals(first, platform.askFiling(key));
    assertEquals(
        first.number(),
        assertInstanceOf(
                FilingReply.AlreadyFiled.class,
                platform.submit(Samples.filing(FilingKey.fresh(), record, values(record))))
            .number());
  }

  @Test
  void a_lost_reply_to_a_national_record_is_found_by_its_key() throws IOException {
    platform.warmUp();
    sandbox.mood(Mood.DROP_REPLY);
    FilingReply lost = platform.submit(Samples.filing(key, "referralRecord", REFERRAL));
    sandbox.mood(Mood.NORMAL);

    assertInstanceOf(FilingReply.Unknown.class, lost);
    assertEquals(
        FilingState.FINISHED,
        assertInstanceOf(FilingReply.Taken.class, platform.askFiling(key)).state());
  }

  @Test
  void a_record_nobody_has_decided_says_so_instead_of_answering_its_number_alone()
      throws IOException {
    sandbox.mood(Mood.UNDECIDED);

    assertEquals(FilingState.ACCEPTED, taken("designation", DESIGNATION).state());
  }

  private static Map<String, String> values(String record) {
    return switch (record) {
      case "referralRecord" -> REFERRAL;
      case "chronicRecord" -> CHRONIC;
      default -> DESIGNATION;
    };
  }

  private FilingReply.Taken taken(String operation, Map<String, String> values) {
    return assertInstanceOf(
        FilingReply.Taken.class, platform.submit(Samples.filing(key, operation, values)));
  }

  private static <T> T answered(Reply<T> reply) {
    assertTrue(reply instanceof Reply.Answered, reply.toString());
    return ((Reply.Answered<T>) reply).value();
  }
}
