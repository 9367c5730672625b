package yibao.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A window confirms originals once, or gives a filing back. */
class SandboxWindowTest extends SandboxDialogue {

  private static final String CLAIM =
      """
      {"idemp_key":"c123456789abcdef0123456789abcdef","biz_type":"10","biz_sub_type":"inpatient",
       "psn_no":"63010200000000000001","psn_name":"马文轩","certno":"630102198604129916",
       "opt_chnl":"6","orig_flag":"1","prms_days":"20","srv_item":"qinghai-19"%s,
       "appy_cont":{"total":"8120.40"}}
      """;

  private String handedIn(String more) throws Exception {
    JsonNode answer = data("990110", CLAIM.formatted(more));
    assertEquals("04", answer.at("/output/result/crt_prcs_stas").asText(), answer.toString());
    return number(answer);
  }

  private JsonNode confirm(String number, String due) throws Exception {
    return data(
        "990113",
        """
        {"trt_dcla_detl_sn":"%s","prms_date":"%s"}
        """
            .formatted(number, due));
  }

  private JsonNode giveBack(String number, String words) throws Exception {
    return data(
        "990114",
        """
        {"trt_dcla_detl_sn":"%s","rchk_opnn":"%s","lack_matrs":"医院收费票据"}
        """
            .formatted(number, words));
  }

  @Test
  void a_window_sees_what_was_handed_in_and_the_limit_that_will_run() throws Exception {
    String number = handedIn("");

    JsonNode seen =
        data("990115", "{\"trt_dcla_detl_sn\":\"" + number + "\"}").at("/output/result");

    assertEquals("1", seen.path("orig_flag").asText());
    assertEquals("20", seen.path("prms_days").asText());
    assertEquals("qinghai-19", seen.path("srv_item").asText());
    assertEquals("马文轩", seen.path("psn_name").asText());
    assertEquals("8120.40", seen.at("/appy_cont/total").asText());
  }

  @Test
  void originals_are_confirmed_once_and_the_first_day_promised_stays() throws Exception {
    String number = handedIn("");

    JsonNode first = confirm(number, "2026-12-18");
    JsonNode second = confirm(number, "2027-01-29");

    assertEquals("01", first.at("/output/result/crt_prcs_stas").asText());
    assertEquals("2026-12-18", first.at("/output/result/prms_date").asText());
    assertEquals("2026-12-18", second.at("/output/result/prms_date").asText());
  }

  @Test
  void what_still_lacks_a_paper_waits_for_it_after_the_originals_were_seen() throws Exception {
    String number = handedIn(",\"lack_matrs\":\"住院费用清单\"");

    JsonNode seen = confirm(number, "2026-12-18").at("/output/result");

    assertEquals("04", seen.path("crt_prcs_stas").asText());
    assertEquals("0", seen.path("orig_flag").asText());
    assertTrue(seen.path("prms_date").isMissingNode(), seen.toString());
  }

  @Test
  void what_was_given_back_is_told_with_its_reason_and_can_not_be_confirmed() throws Exception {
    String number = handedIn("");

    JsonNode back = giveBack(number, "票据没有盖章");
    JsonNode again = giveBack(number, "票据没有盖章");

    assertEquals("03", back.at("/output/result/crt_prcs_stas").asText());
    assertEquals("票据没有盖章", again.at("/output/result/rchk_opnn").asText());
    assertEquals(2007, giveBack(number, "看不清").path("infcode").asInt());
    assertEquals(2007, confirm(number, "2026-12-18").path("infcode").asInt());
  }

  @Test
  void a_number_nobody_was_given_is_told_so() throws Exception {
    assertEquals(2006, confirm("63010020261122999999", "2026-12-18").path("infcode").asInt());
  }
}
