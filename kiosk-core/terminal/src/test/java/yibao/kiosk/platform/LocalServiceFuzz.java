package yibao.kiosk.platform;

import java.time.Instant;
import java.time.InstantSource;
import yibao.kiosk.platform.transport.Transport;

/** Whatever a certified component answers, e-vouchers and faces end in a result. */
public final class LocalServiceFuzz {

  private static final String NUMBER = "11010519491231002X";

  private LocalServiceFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Transport transport = (_, _) -> new Transport.Delivery.Answered(data.clone());
    new NationalVouchers(Samples.profile(), Samples.TERMINAL, transport)
        .decode("4243754826492874240001630000");
    FaceChecks.FaceReply reply =
        new NationalFaceChecks(
                Samples.profile(),
                Samples.TERMINAL,
                transport,
                InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z")))
            .check(NUMBER, "张三");
    if (reply instanceof FaceChecks.FaceReply.Matched matched
        && !matched.voucher().number().equals(NUMBER)) {
      throw new AssertionError("somebody else's face was taken for theirs");
    }
  }
}
