package yibao.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.catalog.HallService;
import yibao.kiosk.journey.view.Row;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.view.Step.Identify.Accepted;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.paper.OfficeKeys;
import yibao.kiosk.paper.Seal;
import yibao.kiosk.paper.SealFile;
import yibao.kiosk.paper.Verification;
import yibao.kiosk.store.Keys;
import yibao.templates.proof.VerificationCode;

/** Whoever holds a certificate before the scanner is told whether and what this office issued. */
class VerifyJourneyTest {
  private static final String NUMBER = "PZ630202202603010001";

  @TempDir private Path data;
  @TempDir private Path keys;
  private FakeHall hall;
  private Screen screen;
  private String code;

  @BeforeEach
  void given_a_paper_of_this_office_and_the_service_started() throws Exception {
    hall = new FakeHall("qinghai", data, Keys.named("k1"));
    screen = new Screen(hall.journey());
    OfficeKeys.ec(keys, "office");
    Seal seal =
        SealFile.open(
                OfficeKeys.seal(keys, "documents: {key: office.key, certificates: office.pem}\n"))
            .seal();
    hall.seal = Optional.of(seal);
    code =
        new VerificationCode(
                Verification.keyId(seal.codes().publicKey()),
                "insured-certificate",
                NUMBER,
                LocalDate.of(2026, 3, 1),
                seal.issuer(),
                "王*明 0011")
            .sign(seal.codes().key());

    hall.journey().start();
    int seq =
        hall.site().region().services().stream()
            .filter(service -> service.id().equals("certificateVerification"))
            .map(HallService::item)
            .findFirst()
            .orElseThrow()
            .seq();
    screen.answer("{\"item\":" + seq + "}");
    screen.await(Step.Brief.class);
    screen.answer("{\"choice\":\"start\"}");
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private Step.Answer whenHeld(String text) {
    hall.scanner.hold(text);
    return screen.await(Step.Answer.class, _ -> true);
  }

  @Test
  void nobody_is_asked_who_they_are() {
    Step.Identify waiting = (Step.Identify) screen.view().step();

    assertEquals(List.of(Accepted.VERIFICATION_CODE), waiting.accepts());
    assertTrue(hall.scanner.lit());
    assertThrows(Misread.class, () -> screen.answer("{\"choice\":\"again\"}"));
  }

  @Test
  void a_genuine_paper_shows_what_was_issued_when_and_to_whom() {
    Step.Answer told = whenHeld(code);

    assertEquals("verify.genuine", told.notice().orElseThrow().code());
    assertEquals("基本医疗保险参保凭证", told.groups().getFirst().title());
    List<String> values = told.groups().getFirst().rows().stream().map(Row::value).toList();
    assertTrue(values.containsAll(List.of(NUMBER, "2026年3月1日", "王*明 0011")), values::toString);
    assertFalse(hall.scanner.lit());
  }

  @Test
  void an_altered_paper_one_of_another_office_and_any_other_code_show_nothing_as_issued()
      throws Exception {
    String altered = code.substring(0, code.length() - 3) + "000";
    var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String elsewhere =
        new VerificationCode(
                Verification.keyId(stranger.getPublic()),
                "insured-certificate",
                NUMBER,
                LocalDate.of(2026, 3, 1),
                "别处",
                "王*明 0011")
            .sign(stranger.getPrivate());

    assertSaid("verify.forged", whenHeld(altered));
    assertSaid("verify.unknownOffice", whenHeld(elsewhere));
    assertSaid("verify.notACode", whenHeld("630101202603020001"));
  }

  private void assertSaid(String expected, Step.Answer told) {
    assertEquals(expected, told.notice().orElseThrow().code());
    assertEquals(List.of(), told.groups());
    screen.answer("{\"choice\":\"again\"}");
    screen.await(Step.Identify.class, _ -> true);
    assertTrue(hall.scanner.lit());
  }

  @Test
  void once_read_the_code_is_not_read_again_until_asked() {
    whenHeld(code);

    hall.scanner.hold("630101202603020001");

    assertEquals(
        "verify.genuine", ((Step.Answer) screen.view().step()).notice().orElseThrow().code());
    screen.answer("{\"choice\":\"done\"}");
    assertEquals(5, screen.await(Step.Rate.class).levels().size());
    screen.answer("{\"level\":5}");
    screen.await(Step.Attract.class);
    assertEquals(5, hall.awaitRating().level());
  }
}
