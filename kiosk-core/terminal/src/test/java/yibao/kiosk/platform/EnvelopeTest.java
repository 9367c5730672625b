package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yibao.kiosk.record.FilingKey;

/** Envelopes written by hand after the national interface, field for field. */
class EnvelopeTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T16:30:05Z"));

  private final JsonMapper mapper = new JsonMapper();
  private final ProvinceProfile profile = Samples.profile();
  private final PersonMapping persons = new PersonMapping(profile);

  @Test
  void asking_for_a_person_by_identity_card() throws IOException {
    Message message = Message.of("1101", Optional.empty(), "data", persons.ask(Samples.CARD));

    assertEquals(
        mapper.readTree(
            """
            {"infno":"1101","msgid":"H63010000001202611230030059999","mdtrtarea_admvs":"630100",
             "insuplc_admdvs":"","recer_sys_code":"SANDBOX","dev_no":"T1","dev_safe_info":"",
             "cainfo":"","signtype":"","infver":"V1.0","opter_type":"2","opter":"kiosk",
             "opter_name":"自助终端","inf_time":"2026-11-23 00:30:05",
             "fixmedins_code":"H63010000001","fixmedins_name":"西宁大厅","sign_no":"S1",
             "input":{"data":{"mdtrt_cert_type":"02","mdtrt_cert_no":"630102198604129916",
             "card_sn":"","begntime":"","psn_cert_type":"01","certno":"630102198604129916",
             "psn_name":"马文轩"}}}
            """),
        mapper.readTree(writer(9999).write(message, Optional.of("S1"))));
  }

  @Test
  void the_serial_of_the_message_number_starts_again_after_9999() throws IOException {
    EnvelopeWriter writer = writer(9999);
    Message message = Message.of("1101", Optional.empty(), "data", persons.ask(Samples.CARD));
    writer.write(message, Optional.empty());

    assertEquals(
        "H63010000001202611230030050000",
        mapper.readTree(writer.write(message, Optional.empty())).path("msgid").asText());
  }

  @Test
  void filing_a_relocation() throws IOException {
    Message message =
        new FilingMapping(profile, persons)
            .submit(Samples.relocation(new FilingKey("0123456789abcdef0123456789abcdef")))
            .orElseThrow();

    assertEquals("990101", message.infno());
    assertEquals(Optional.of("630100"), message.insuredPlace());
    assertEquals(
        mapper.readTree(
            """
            {"data":{"idemp_key":"0123456789abcdef0123456789abcdef","psn_no":"63010200000000000001",
             "psn_name":"马文轩","certno":"630102198604129916","insutype":"310","evt_type":"1",
             "opt_chnl":"6","rloc_rea":"07","rloc_admdvs":"310000",
             "begndate":"2026-11-22","resout_addr":"上海市杨浦区梧桐里12号","tel":"13900000001",
             "srv_item":"qinghai-12","cmmt_id":"relocation","cmmt_ver":"2024-1",
             "cmmt_dgst":"abababababababababababababababababababababababababababababababab",
             "sign_flag":"1",
             "sign_dgst":"03a4cc702aa6e4f169ff34dd055714141eae3d2d7c50f6f053150cc72ef12638"}}
            """),
        message.input());
  }

  private EnvelopeWriter writer(int firstSerial) {
    return new EnvelopeWriter(profile, Samples.TERMINAL, CLOCK, firstSerial);
  }
}
