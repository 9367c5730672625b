package yibao.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yibao.kiosk.platform.FaceChecks.FaceReply;
import yibao.kiosk.platform.transport.HttpPost;
import yibao.kiosk.platform.transport.PlainTransport;
import yibao.kiosk.platform.transport.Transport;
import yibao.sandbox.Mood;
import yibao.sandbox.SandboxPlatform;
import yibao.sandbox.desk.Face;

/** E-vouchers and faces through the terminal library's local service. */
class LocalServiceTest {

  private static final String NUMBER = "630102198604129916";

  @TempDir Path directory;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T01:30:00Z"));
  private SandboxPlatform sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = SandboxPlatform.start(new SandboxPlatform.Settings(directory, 0, now::get));
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void a_person_is_found_by_e_voucher_and_a_code_decodes_once() {
    Vouchers vouchers = vouchers();
    String code = sandbox.showVoucher("qh-employee");

    Vouchers.VoucherRead read = vouchers.decode(code + "\r");

    var decoded = assertInstanceOf(Vouchers.VoucherRead.Decoded.class, read);
    assertEquals("马文轩", decoded.voucher().name());
    assertEquals("马文轩", name(decoded.voucher()));
    assertEquals(new Vouchers.VoucherRead.Expired(), vouchers.decode(code));
  }

  @Test
  void a_code_that_is_a_minute_old_has_expired() {
    String code = sandbox.showVoucher("qh-employee");
    now.set(now.get().plusSeconds(61));

    assertEquals(new Vouchers.VoucherRead.Expired(), vouchers().decode(code));
  }

  @Test
  void codes_of_other_purposes_are_told_apart_without_asking_anybody() throws IOException {
    sandbox.mood(Mood.DOWN);

    for (String other : List.of("134567890123456789", "https://health.example/x", "")) {
      assertEquals(new Vouchers.VoucherRead.OtherCode(), vouchers().decode(other));
    }
    assertEquals(
        new Vouchers.VoucherRead.Unreachable("platform.unreachable"),
        vouchers().decode("4".repeat(28)));
  }

  @Test
  void a_face_that_matches_activates_the_voucher_once_and_the_voucher_finds_the_person() {
    FaceReply first = faces().check(NUMBER, "马文轩");
    FaceReply second = faces().check(NUMBER, "马文轩");

    FaceReply.Matched matched = assertInstanceOf(FaceReply.Matched.class, first);
    assertTrue(matched.activatedNow());
    assertEquals("马文轩", name(matched.voucher()));
    assertEquals(false, assertInstanceOf(FaceReply.Matched.class, second).activatedNow());
  }

  @Test
  void every_way_a_face_check_can_fail_is_told_apart() throws IOException {
    assertEquals(new FaceReply.NoMatch(), lookedAt(Face.NO_MATCH));
    assertEquals(new FaceReply.NotLive(), lookedAt(Face.NOT_LIVE));
    assertEquals(new FaceReply.TooManyTries(), lookedAt(Face.LOCKED));
    assertEquals(new FaceReply.Unavailable("platform.face-service"), lookedAt(Face.DOWN));
    sandbox.mood(Mood.GARBAGE);
    assertEquals(new FaceReply.Unavailable("platform.not-understood"), lookedAt(Face.MATCH));
    sandbox.mood(Mood.DOWN);
    assertEquals(new FaceReply.Unavailable("platform.unreachable"), lookedAt(Face.MATCH));
  }

  private FaceReply lookedAt(Face face) {
    sandbox.face(face);
    return faces().check(NUMBER, "马文轩");
  }

  private FaceChecks faces() {
    return new NationalFaceChecks(Samples.profile(), Samples.TERMINAL, localService(), now::get);
  }

  private Vouchers vouchers() {
    return new NationalVouchers(Samples.profile(), Samples.TERMINAL, localService());
  }

  private Transport localService() {
    return new PlainTransport(post(sandbox.localServiceAddress()));
  }

  private static HttpPost post(URI address) {
    return new HttpPost(
        address, new HttpPost.Patience(Duration.ofSeconds(5), Duration.ofSeconds(20)));
  }

  private String name(PresentedCredential credential) {
    NationalPlatform platform =
        new NationalPlatform(
            Samples.profile(),
            Samples.TERMINAL,
            new PlainTransport(post(sandbox.address())),
            now::get);
    Reply<PersonFound> reply = platform.findPerson(credential);
    assertTrue(reply instanceof Reply.Answered<PersonFound>(PersonFound.Known _), reply.toString());
    return ((PersonFound.Known) ((Reply.Answered<PersonFound>) reply).value()).person().name();
  }
}
