package yibao.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yibao.sandbox.ledger.LedgerFiling;

class SandboxFilingsTest extends SandboxDialogue {
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
}
