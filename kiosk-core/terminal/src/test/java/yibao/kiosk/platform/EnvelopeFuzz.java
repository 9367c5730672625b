package yibao.kiosk.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import yibao.kiosk.platform.transport.Transport;
import yibao.kiosk.record.FilingKey;

/** Whatever a gateway answers, every question to the platform ends in a reply. */
public final class EnvelopeFuzz {

  private static final byte[] SIGNED_IN =
      "{\"infcode\":\"0\",\"output\":{\"signinoutb\":{\"sign_no\":\"1\"}}}"
          .getBytes(StandardCharsets.UTF_8);

  private EnvelopeFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Transport transport =
        (infno, _) ->
            new Transport.Delivery.Answered(infno.equals("9001") ? SIGNED_IN : data.clone());
    NationalPlatform platform =
        new NationalPlatform(
            Samples.profile(),
            Samples.TERMINAL,
            transport,
            InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z")));
    platform.findPerson(
        new PresentedCredential.SocialSecurityCard(
            "A12345678", "63010000D15600000500000000000001"));
    FilingKey key = FilingKey.fresh();
    platform.submit(Samples.relocation(key));
    platform.askFiling(key);
    platform.enquiries().filing("SL2026030200001");
    platform.enquiries().drugs("阿");
  }
}
