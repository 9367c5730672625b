package yibao.kiosk.platform;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import yibao.kiosk.platform.transport.Transport;

/**
 * Face checks by {@code cn.nhsa.ec.auth} and {@code cn.nhsa.auth.check} of the terminal library's
 * local service.
 */
public final class NationalFaceChecks implements FaceChecks {

  private static final int SERIALS = 1_000_000_000;

  private final SecureRandom random = new SecureRandom();
  private final ProvinceProfile.FaceProfile profile;
  private final TerminalIdentity terminal;
  private final LocalService service;
  private final InstantSource clock;

  /** Checks that reach the local service by {@code transport}. */
  public NationalFaceChecks(
      ProvinceProfile profile,
      TerminalIdentity terminal,
      Transport transport,
      InstantSource clock) {
    this.profile = profile.face();
    this.terminal = terminal;
    this.service = new LocalService(terminal, this.profile.businessType(), transport);
    this.clock = clock;
  }

  @Override
  public FaceReply check(String certificateNumber, String name) {
    LocalService.Called looked =
        service.call(
            "cn.nhsa.ec.auth",
            Map.of("outBizNo", businessNumber(), "idNo", certificateNumber, "userName", name));
    return switch (looked) {
      case LocalService.Called.Failed(String cause) -> new FaceReply.Unavailable(cause);
      case LocalService.Called.Answered(String code, Fields data) -> {
        if (profile.success().contains(code)) {
          yield whoItWas(data, certificateNumber);
        }
        if (profile.noMatch().contains(code)) {
          yield new FaceReply.NoMatch();
        }
        if (profile.notLive().contains(code)) {
          yield new FaceReply.NotLive();
        }
        yield profile.tooManyTries().contains(code)
            ? new FaceReply.TooManyTries()
            : new FaceReply.Unavailable("platform.face-service");
      }
    };
  }

  /** Believes the service only when it names the person we asked for. */
  private FaceReply whoItWas(Fields looked, String certificateNumber) {
    try {
      LocalService.Called checked =
          service.call("cn.nhsa.auth.check", Map.of("authNo", looked.required("authNo")));
      return switch (checked) {
        case LocalService.Called.Failed(String cause) -> new FaceReply.Unavailable(cause);
        case LocalService.Called.Answered(String code, Fields data)
            when profile.success().contains(code) -> {
          PresentedCredential.ElectronicVoucher voucher = LocalService.holder(data);
          boolean activatedNow = data.text("firstActivation").filter("1"::equals).isPresent();
          yield voucher.number().equals(certificateNumber)
              ? new FaceReply.Matched(voucher, activatedNow)
              : new FaceReply.NoMatch();
        }
        case LocalService.Called.Answered _ -> new FaceReply.Unavailable("platform.face-service");
      };
    } catch (NotUnderstood fault) {
      return new FaceReply.Unavailable("platform.not-understood");
    }
  }

  /** Organisation, day, nine digits. */
  private String businessNumber() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), EnvelopeWriter.ZONE);
    return terminal.organisation()
        + today.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "%09d".formatted(random.nextInt(SERIALS));
  }
}
