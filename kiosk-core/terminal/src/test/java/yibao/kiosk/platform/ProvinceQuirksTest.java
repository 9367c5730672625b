package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yibao.kiosk.platform.PresentedCredential.Document;
import yibao.kiosk.platform.PresentedCredential.IdentityCard;
import yibao.kiosk.platform.PresentedCredential.SocialSecurityCard;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.InsuranceStatus;

/** Where provinces contradict each other, the profile decides and no program. */
class ProvinceQuirksTest {

  private static final String PERSON =
      """
      {"infcode":%s,"output":{"signinoutb":{"sign_no":"S1"},
       "baseinfo":{"psn_no":"P1","psn_name":"马文轩","certno":"630102198604129916",
        "brdy":"1986-04-12"},
       "insuinfo":[{"insutype":"310","psn_insu_stas":"3","insuplc_admdvs":"630100",
        "psn_insu_date":"2010-07-01","balc":"1.00"}]}}
      """;

  @TempDir Path directory;
  private final List<JsonNode> sent = new ArrayList<>();

  /** mdtrt_cert_type 04 and 05 have three meanings in the field. */
  @ParameterizedTest
  @CsvSource({
    "HMT_RESIDENCE_PERMIT, '', 02",
    "HMT_RESIDENCE_PERMIT, '    \"04\": HMT_RESIDENCE_PERMIT\n', 04",
    "FOREIGN_PERMANENT_RESIDENCE, '    \"05\": FOREIGN_PERMANENT_RESIDENCE\n', 05",
    "RESIDENT_ID, '    \"04\": HMT_RESIDENCE_PERMIT\n', 02"
  })
  void the_type_of_a_credential_is_the_provinces(Document document, String line, String type)
      throws IOException {
    ProvinceProfile profile =
        profile(
            "    \"03\": SOCIAL_SECURITY_CARD\n",
            "    \"03\": SOCIAL_SECURITY_CARD\n" + line.replace("\\n", "\n"));

    answering(profile, "0").findPerson(new IdentityCard("810000199408230021", "陈安", document));

    assertEquals(type, sent.getLast().at("/input/data/mdtrt_cert_type").asText());
  }

  @Test
  void a_profile_that_cannot_name_a_social_security_card_is_refused() {
    IOException fault =
        assertThrows(IOException.class, () -> profile("    \"03\": SOCIAL_SECURITY_CARD\n", ""));

    assertTrue(fault.getMessage().contains("credential"), fault.getMessage());
  }

  @Test
  void a_province_that_numbers_without_leading_noughts_gets_and_gives_them_so() throws IOException {
    ProvinceProfile profile = profile("    \"03\": SOCIAL", "    \"3\": SOCIAL");

    answering(profile, "0").findPerson(new SocialSecurityCard("A12345678", "0".repeat(32)));

    assertEquals("3", sent.getLast().at("/input/data/mdtrt_cert_type").asText());
    assertEquals("RESIDENT_ID", profile.table("identityDocument").ours("1").orElseThrow());
  }

  /** psn_insu_stas 3 is invalid to two sources and ended to one. */
  @ParameterizedTest
  @CsvSource({"INVALID, INVALID", "ENDED, ENDED"})
  void what_a_status_of_3_means_is_the_provinces(String word, InsuranceStatus status)
      throws IOException {
    ProvinceProfile profile = profile("\"3\": INVALID", "\"3\": " + word);

    assertEquals(status, status(answering(profile, "0")));
  }

  /** The standard's own sample of 1101 shows infcode 1 beside a normal output. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "\" 0 \"", "1", "\"1\""})
  void which_codes_mean_success_is_the_provinces(String code) throws IOException {
    ProvinceProfile profile =
        profile("  success: [\"0\"] # one", "  success: [\"0\", \"1\"] # one");

    assertEquals(InsuranceStatus.INVALID, status(answering(profile, code)));
  }

  @Test
  void without_such_a_line_a_1_is_a_refusal() {
    assertInstanceOf(
        Reply.Refused.class, answering(Samples.profile(), "1", "0").findPerson(Samples.CARD));
  }

  @Test
  void the_version_and_the_receiver_are_the_provinces() throws IOException {
    ProvinceProfile profile = profile("infver: V1.0", "infver: 1.0.0");

    answering(profile, "0").findPerson(Samples.CARD);

    assertEquals("1.0.0", sent.getLast().path("infver").asText());
    assertEquals("SANDBOX", sent.getLast().path("recer_sys_code").asText());
  }

  /** Both spellings are right as written. */
  @Test
  void the_place_of_treatment_is_spelled_admvs_and_that_of_the_insurance_admdvs() {
    answering(Samples.profile(), "0").findPerson(Samples.CARD);

    assertTrue(sent.getLast().has("mdtrtarea_admvs"));
    assertTrue(sent.getLast().has("insuplc_admdvs"));
  }

  private static InsuranceStatus status(NationalPlatform platform) {
    Reply<PersonFound> reply = platform.findPerson(Samples.CARD);
    assertTrue(reply instanceof Reply.Answered, reply.toString());
    return assertInstanceOf(PersonFound.Known.class, ((Reply.Answered<PersonFound>) reply).value())
        .person()
        .insurances()
        .getFirst()
        .status();
  }

  private NationalPlatform answering(ProvinceProfile profile, String code) {
    return answering(profile, code, code);
  }

  private NationalPlatform answering(ProvinceProfile profile, String code, String signedIn) {
    return new NationalPlatform(
        profile,
        Samples.TERMINAL,
        (infno, message) -> {
          try {
            sent.add(new JsonMapper().readTree(message));
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
          String said = infno.equals("9001") ? signedIn : code;
          return new Transport.Delivery.Answered(
              PERSON.formatted(said).getBytes(StandardCharsets.UTF_8));
        },
        InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z")));
  }

  private ProvinceProfile profile(String was, String is) throws IOException {
    String text = Files.readString(Path.of("../../deploy/provinces/sandbox.yaml"));
    assertTrue(text.contains(was), was);
    return ProvinceProfile.read(
        Files.writeString(directory.resolve("p.yaml"), text.replace(was, is)));
  }
}
