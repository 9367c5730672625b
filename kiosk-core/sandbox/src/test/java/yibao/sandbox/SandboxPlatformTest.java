package yibao.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxPlatformTest extends SandboxDialogue {
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
}
