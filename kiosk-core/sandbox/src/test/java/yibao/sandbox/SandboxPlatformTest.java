package yibao.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.sandbox.ledger.LedgerFiling;

/** Speaks to the sandbox in envelopes written by hand. */
class SandboxPlatformTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z"));

  private static final String ENVELOPE =
      """
      {"infno":"1101","msgid":"H63010000001202611220930000001","mdtrtarea_admvs":"630100",
       "insuplc_admdvs":"","recer_sys_code":"SANDBOX","dev_no":"T1","dev_safe_info":null,"cainfo":"",
       "signtype":"","infver":"V1.0","opter_type":"2","opter":"kiosk","opter_name":"自助终端",
       "inf_time":"2026-11-22 09:30:00","fixmedins_code":"H63010000001","fixmedins_name":"西宁大厅",
       "sign_no":null,"input":{}}
      """;

  private static final String RELOCATION =
      """
      {"data":{"idemp_key":"0123456789abcdef0123456789abcdef","evt_type":"1",
       "psn_no":"63010200000000000001","psn_name":"马文轩","certno":"630102198604129916",
       "insutype":"310","opt_chnl":"6","rloc_rea":"07","rloc_admdvs":"310000",
       "begndate":"2026-11-22","resout_addr":"上海市杨浦区梧桐里12号","tel":"13900000001",
       "att_cnt":"0","cmmt_id":"relocation","cmmt_ver":"2024-1",
       "cmmt_dgst":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
       "sign_flag":"1",
       "sign_dgst":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}
      """;

  @TempDir Path directory;

  private final JsonMapper mapper = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private SandboxPlatform platform;
  private int messages;

  @BeforeEach
  void start() throws IOException {
    platform = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, CLOCK));
  }

  @AfterEach
  void stop() throws IOException {
    platform.close();
    http.close();
  }

  @Test
  void a_person_is_found_by_identity_card_once_signed_in() throws Exception {
    JsonNode output = person("630102198604129916").path("output");

    assertEquals("63010200000000000001", output.at("/baseinfo/psn_no").asText());
    assertEquals("马文轩", output.at("/baseinfo/psn_name").asText());
    assertEquals("310", output.at("/insuinfo/0/insutype").asText());
    assertEquals("4321.07", output.at("/insuinfo/0/balc").asText());
    assertTrue(output.at("/insuinfo/0/paus_insu_date").isNull());
  }

  @Test
  void people_of_another_province_are_not_known_here() throws Exception {
    assertEquals(1101, person("370602198707079917").path("infcode").asInt());
  }

  @Test
  void without_a_sign_number_nothing_but_signing_in_is_done() throws Exception {
    assertEquals(1002, send(envelope("1101", null)).path("infcode").asInt());
  }

  @Test
  void the_answer_carries_the_envelopes_own_fields() throws Exception {
    JsonNode answer = send(envelope("1101", null));

    assertEquals("20261122093000000", answer.path("respond_time").asText());
    assertEquals(30, answer.path("inf_refmsgid").asText().length());
    assertEquals("10000020261122093000", answer.path("inf_refmsgid").asText().substring(0, 20));
  }

  @ParameterizedTest
  @CsvSource({
    "infno, '', infno",
    "msgid, H63010000001, msgid",
    "msgid, H63010000002202611220930000001, msgid",
    "mdtrtarea_admvs, 6301, mdtrtarea_admvs",
    "recer_sys_code, 12345678901, recer_sys_code",
    "opter_type, 9, opter_type",
    "inf_time, 2026-02-30 09:30:00, inf_time",
    "fixmedins_name, 123456789012345678901, fixmedins_name",
    "signtype, RSA, signtype"
  })
  void a_wrong_field_is_named(String field, String value, String named) throws Exception {
    ObjectNode envelope = envelope("1101", signIn());
    envelope.put(field, value == null ? "" : value);

    JsonNode answer = send(envelope);

    assertEquals(-1, answer.path("infcode").asInt());
    assertTrue(answer.path("err_msg").asText().contains(named), answer.path("err_msg").asText());
  }

  @Test
  void the_insured_place_is_required_with_a_person_number() throws Exception {
    ObjectNode envelope = envelope("90100", signIn());
    envelope.set("input", mapper.readTree("{\"data\":{\"psn_no\":\"1\"}}"));

    assertTrue(send(envelope).path("err_msg").asText().contains("insuplc_admdvs"));
  }

  @Test
  void a_repeated_message_number_does_nothing() throws Exception {
    ObjectNode envelope = envelope("1101", null);
    send(envelope);

    assertEquals(1001, send(envelope).path("infcode").asInt());
  }

  @Test
  void a_clock_that_is_an_hour_off_is_refused() throws Exception {
    ObjectNode envelope = envelope("1101", null).put("inf_time", "2026-11-22 10:30:00");

    assertEquals(1004, send(envelope).path("infcode").asInt());
  }

  @Test
  void the_same_key_gives_the_same_filing_even_after_a_restart() throws Exception {
    JsonNode first = file(RELOCATION);
    platform.close();
    platform = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, CLOCK));
    JsonNode second = file(RELOCATION);

    assertEquals(0, first.path("infcode").asInt(), first.toString());
    assertEquals(first.at("/output/result"), second.at("/output/result"));
    assertEquals("02", first.at("/output/result/crt_prcs_stas").asText());
    assertEquals(
        1,
        platform.filings().stream()
            .filter(it -> it.person().equals("63010200000000000001"))
            .count());
  }

  @Test
  void an_overlapping_filing_is_answered_with_the_earlier_one() throws Exception {
    String number = file(RELOCATION).at("/output/result/trt_dcla_detl_sn").asText();

    JsonNode answer = file(RELOCATION.replace("0123456789abcdef0", "f123456789abcdef0"));

    assertEquals(2001, answer.path("infcode").asInt());
    assertEquals(number, answer.at("/output/result/trt_dcla_detl_sn").asText());
    assertEquals("2026-11-22", answer.at("/output/result/fil_date").asText());
    assertEquals("长期居住，上海市", answer.at("/output/result/summ").asText());
  }

  @Test
  void a_cancelled_filing_no_longer_stands_in_the_way() throws Exception {
    String number = file(RELOCATION).at("/output/result/trt_dcla_detl_sn").asText();
    JsonNode cancelled =
        file(
            RELOCATION
                .replace("0123456789abcdef0", "a123456789abcdef0")
                .replace("\"evt_type\":\"1\"", "\"evt_type\":\"3\"")
                .replace("\"rloc_rea\"", "\"trt_dcla_detl_sn\":\"" + number + "\",\"rloc_rea\""));

    JsonNode again = file(RELOCATION.replace("0123456789abcdef0", "b123456789abcdef0"));

    assertEquals(0, cancelled.path("infcode").asInt(), cancelled.toString());
    assertEquals(0, again.path("infcode").asInt(), again.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"310000\"', '\"630100\"', 2003",
    "'\"310000\"', '\"330000\"', 2003",
    "'\"2026-11-22\"', '\"2026-02-30\"', 2004",
    "'\"2026-11-22\"', '\"2020-01-01\"', 2004",
    "'\"tel\":\"139', '\"tel\":\"129', -1",
    "'\"sign_flag\":\"1\"', '\"sign_flag\":\"0\"', -1",
    "'\"certno\":\"630102198604129916\"', '\"certno\":\"630102197911039921\"', 1101",
    "'\"insutype\":\"310\"', '\"insutype\":\"390\"', 2002"
  })
  void a_filing_that_breaks_a_rule_is_refused(String was, String is, int code) throws Exception {
    assertEquals(code, file(RELOCATION.replace(was, is)).path("infcode").asInt());
    assertTrue(
        platform.filings().stream().noneMatch(it -> it.person().equals("63010200000000000001")));
  }

  @Test
  void undecided_takes_the_filing_without_finishing_it() throws Exception {
    platform.mood(Mood.UNDECIDED);

    assertEquals("01", file(RELOCATION).at("/output/result/crt_prcs_stas").asText());
  }

  @Test
  void drop_reply_keeps_the_filing_and_says_nothing() throws Exception {
    String sign = signIn();
    platform.mood(Mood.DROP_REPLY);

    assertThrows(IOException.class, () -> file(RELOCATION, sign));

    platform.mood(Mood.NORMAL);
    assertEquals(0, file(RELOCATION).path("infcode").asInt());
    assertEquals(1, platform.filings().stream().filter(it -> it.key().isPresent()).count());
  }

  @Test
  void down_refuses_connections_and_comes_back_on_the_same_port() throws Exception {
    var address = platform.address();
    platform.mood(Mood.DOWN);

    assertThrows(ConnectException.class, () -> send(envelope("1101", null)));

    platform.mood(Mood.NORMAL);
    assertEquals(address, platform.address());
    assertEquals(0, person("630102198604129916").path("infcode").asInt());
  }

  @Test
  void refuse_lets_one_sign_in_and_do_nothing_else() throws Exception {
    platform.mood(Mood.REFUSE, Duration.ZERO);

    assertEquals(2099, person("630102198604129916").path("infcode").asInt());
  }

  @Test
  void any_other_business_is_taken_decided_where_no_judgement_is_needed() throws Exception {
    JsonNode change = business("05", "5", "{\"phone\":\"13900009999\"}");
    JsonNode claim = business("10", "6", "{\"total\":\"812.40\"}");
    JsonNode again = business("10", "7", "{\"total\":\"812.40\"}");
    JsonNode another = business("10", "8", "{\"total\":\"99.00\"}");

    assertEquals("02", change.at("/output/result/crt_prcs_stas").asText(), change.toString());
    assertEquals("01", claim.at("/output/result/crt_prcs_stas").asText());
    assertEquals(2001, again.path("infcode").asInt());
    assertEquals("医疗费用报销", again.at("/output/result/summ").asText());
    assertEquals(0, another.path("infcode").asInt());
  }

  @Test
  void filings_are_listed_by_person_and_by_day() throws Exception {
    String number = file(RELOCATION).at("/output/result/trt_dcla_detl_sn").asText();

    JsonNode mine = data("990104", "{\"psn_no\":\"63010200000000000001\"}").at("/output/result");
    JsonNode day = data("990105", "{\"fil_date\":\"2026-11-22\"}").path("output");
    JsonNode otherDay = data("990105", "{\"fil_date\":\"2026-11-21\"}").path("output");

    assertEquals(number, mine.path(0).path("trt_dcla_detl_sn").asText());
    assertEquals(number, day.at("/result/0/trt_dcla_detl_sn").asText());
    assertEquals(1, day.path("total").asInt());
    assertTrue(otherDay.path("result").isNull());
    assertEquals(
        "310000",
        data("990103", "{\"trt_dcla_detl_sn\":\"" + number + "\"}")
            .at("/output/result/rloc_admdvs")
            .asText());
  }

  @Test
  void what_is_not_decided_can_be_taken_back_once_or_twice() throws Exception {
    String number = number(business("10", "6", "{}"));
    String taking =
        "{\"trt_dcla_detl_sn\":\"%s\",\"certno\":\"630102198604129916\"}".formatted(number);

    assertEquals("22", data("990106", taking).at("/output/result/crt_prcs_stas").asText());
    assertEquals("22", data("990106", taking).at("/output/result/crt_prcs_stas").asText());
    assertEquals(2006, data("990106", taking.replace("9916", "9917")).path("infcode").asInt());
  }

  @Test
  void what_is_in_review_cannot_be_taken_back() throws Exception {
    String number = number(business("10", "6", "{}"));
    platform.decide(number, LedgerFiling.State.IN_REVIEW);

    assertEquals(
        2007,
        data(
                "990106",
                "{\"trt_dcla_detl_sn\":\"%s\",\"certno\":\"630102198604129916\"}".formatted(number))
            .path("infcode")
            .asInt());
  }

  @Test
  void an_undecided_cancellation_takes_effect_when_it_is_decided() throws Exception {
    String number = number(file(RELOCATION));
    platform.mood(Mood.UNDECIDED);
    String cancellation =
        number(
            file(
                RELOCATION
                    .replace("0123456789abcdef0", "a123456789abcdef0")
                    .replace("\"evt_type\":\"1\"", "\"evt_type\":\"3\"")));
    assertEquals(LedgerFiling.State.FINISHED, state(number));

    platform.decide(cancellation, LedgerFiling.State.FINISHED);

    assertEquals(LedgerFiling.State.ENDED, state(number));
  }

  @Test
  void somebody_who_registers_is_known_from_then_on_even_after_a_restart() throws Exception {
    String document = platform.people().find("qh-not-insured").orElseThrow().card().number();
    assertEquals(1101, person(document).path("infcode").asInt());
    data(
        "990110",
        """
        {"idemp_key":"%s","biz_type":"01","psn_name":"赵启明","certno":"%s","opt_chnl":"6",
         "appy_cont":{"phone":"13900000100"}}
        """
            .formatted("9".repeat(32), document));
    platform.close();
    platform = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, CLOCK));

    JsonNode output = person(document).path("output");

    assertEquals("390", output.at("/insuinfo/0/insutype").asText());
    assertEquals("1", output.at("/insuinfo/0/psn_insu_stas").asText());
    assertEquals("630100", output.at("/insuinfo/0/insuplc_admdvs").asText());
  }

  @Test
  void a_changed_phone_number_is_the_one_on_record() throws Exception {
    business("04", "5", "{\"phone\":\"13900009999\"}");

    assertEquals("13900009999", person("630102198604129916").at("/output/baseinfo/mob").asText());
  }

  private LedgerFiling.State state(String number) {
    return platform.filings().stream()
        .filter(it -> it.number().equals(number))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static String number(JsonNode answer) {
    return answer.at("/output/result/trt_dcla_detl_sn").asText();
  }

  private JsonNode business(String type, String key, String form) throws Exception {
    return data(
        "990110",
        """
        {"idemp_key":"%s","biz_type":"%s","psn_no":"63010200000000000001","psn_name":"马文轩",
         "certno":"630102198604129916","opt_chnl":"6","appy_cont":%s}
        """
            .formatted(key.repeat(32), type, form));
  }

  private JsonNode data(String infno, String data) throws Exception {
    ObjectNode envelope = envelope(infno, signIn());
    envelope.put("insuplc_admdvs", "630100");
    envelope.putObject("input").set("data", mapper.readTree(data));
    return send(envelope);
  }

  private JsonNode person(String number) throws Exception {
    ObjectNode envelope = envelope("1101", signIn());
    envelope
        .putObject("input")
        .putObject("data")
        .put("mdtrt_cert_type", "02")
        .put("mdtrt_cert_no", number);
    return send(envelope);
  }

  private JsonNode file(String input) throws Exception {
    return file(input, signIn());
  }

  private JsonNode file(String input, String sign) throws Exception {
    ObjectNode envelope = envelope("990101", sign);
    envelope.put("insuplc_admdvs", "630100");
    envelope.set("input", mapper.readTree(input));
    return send(envelope);
  }

  private String signIn() throws Exception {
    ObjectNode envelope = envelope("9001", null);
    envelope.set(
        "input",
        mapper.readTree(
            "{\"signIn\":{\"opter_no\":\"kiosk\",\"mac\":\"02:00:00:00:00:01\",\"ip\":\"127.0.0.1\"}}"));
    return send(envelope).at("/output/signinoutb/sign_no").asText();
  }

  private ObjectNode envelope(String infno, String sign) throws Exception {
    ObjectNode envelope = (ObjectNode) mapper.readTree(ENVELOPE);
    messages++;
    return envelope
        .put("infno", infno)
        .put("sign_no", sign)
        .put("msgid", "H6301000000120261122093000%04d".formatted(messages));
  }

  private JsonNode send(JsonNode envelope) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(platform.address())
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(envelope)))
            .build();
    return mapper.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
