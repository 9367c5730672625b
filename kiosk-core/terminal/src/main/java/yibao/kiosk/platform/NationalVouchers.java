package yibao.kiosk.platform;

import java.util.Map;
import java.util.regex.Pattern;
import yibao.kiosk.platform.transport.Transport;

/** Decodes e-vouchers by {@code ec.query} of the terminal library's local service. */
public final class NationalVouchers implements Vouchers {

  private static final Pattern VOUCHER = Pattern.compile("\\d{28}");

  private final ProvinceProfile.VoucherProfile profile;
  private final LocalService service;

  /** A decoder that reaches the local service by {@code transport}. */
  public NationalVouchers(ProvinceProfile profile, TerminalIdentity terminal, Transport transport) {
    this.profile = profile.voucher();
    this.service = new LocalService(terminal, this.profile.businessType(), transport);
  }

  @Override
  public VoucherRead decode(String text) {
    String code = text.strip();
    return VOUCHER.matcher(code).matches()
        ? read(service.call("ec.query", Map.of(profile.codeField(), code)))
        : new VoucherRead.OtherCode();
  }

  private VoucherRead read(LocalService.Called called) {
    return switch (called) {
      case LocalService.Called.Failed(String cause) -> new VoucherRead.Unreachable(cause);
      case LocalService.Called.Answered(String code, Fields data) -> {
        if (profile.success().contains(code)) {
          yield decoded(data);
        }
        if (profile.expired().contains(code)) {
          yield new VoucherRead.Expired();
        }
        yield profile.otherCode().contains(code)
            ? new VoucherRead.OtherCode()
            : new VoucherRead.Unreachable("platform.voucher-refused");
      }
    };
  }

  private static VoucherRead decoded(Fields data) {
    try {
      return new VoucherRead.Decoded(LocalService.holder(data));
    } catch (NotUnderstood fault) {
      return new VoucherRead.Unreachable("platform.not-understood");
    }
  }
}
