package yibao.kiosk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import yibao.kiosk.platform.transport.Transport;

/** Decodes e-vouchers by {@code ec.query} of the terminal library's local service. */
public final class NationalVouchers implements Vouchers {

  private static final String QUERY = "ec.query";
  private static final Pattern VOUCHER = Pattern.compile("\\d{28}");

  private final JsonMapper mapper = new JsonMapper();
  private final ProvinceProfile.VoucherProfile profile;
  private final TerminalIdentity terminal;
  private final Transport transport;

  /** A decoder that reaches the local service by {@code transport}. */
  public NationalVouchers(ProvinceProfile profile, TerminalIdentity terminal, Transport transport) {
    this.profile = profile.voucher();
    this.terminal = terminal;
    this.transport = transport;
  }

  @Override
  public VoucherRead decode(String text) {
    String code = text.strip();
    if (!VOUCHER.matcher(code).matches()) {
      return new VoucherRead.OtherCode();
    }
    byte[] request = request(code).toString().getBytes(StandardCharsets.UTF_8);
    return switch (transport.send(QUERY, request)) {
      case Transport.Delivery.Answered(byte[] body) -> read(body);
      case Transport.Delivery.NotSent(String cause) -> new VoucherRead.Unreachable(cause);
      case Transport.Delivery.Lost(String cause) -> new VoucherRead.Unreachable(cause);
    };
  }

  private ObjectNode request(String code) {
    ObjectNode request = mapper.createObjectNode();
    request.put("transType", QUERY);
    request.put("orgId", terminal.organisation());
    request
        .putObject("data")
        .put("orgId", terminal.organisation())
        .put("businessType", profile.businessType())
        .put("operatorId", terminal.operator())
        .put("operatorName", terminal.operatorName())
        .put("officeId", terminal.organisation())
        .put("officeName", terminal.organisationName())
        .put("deviceType", "")
        .put(profile.codeField(), code);
    return request;
  }

  private VoucherRead read(byte[] body) {
    try {
      Fields answer = new Fields(mapper.readTree(body));
      Optional<String> code = answer.text("code");
      if (code.filter(profile.success()::contains).isPresent()) {
        return new VoucherRead.Decoded(voucher(mapper.readTree(body).path("data")));
      }
      if (code.filter(profile.expired()::contains).isPresent()) {
        return new VoucherRead.Expired();
      }
      return code.filter(profile.otherCode()::contains).isPresent()
          ? new VoucherRead.OtherCode()
          : new VoucherRead.Unreachable("platform.voucher-refused");
    } catch (IOException | NotUnderstood fault) {
      return new VoucherRead.Unreachable("platform.not-understood");
    }
  }

  /** The data may be an object, or an object written as text. */
  private PresentedCredential.ElectronicVoucher voucher(JsonNode data) throws IOException {
    Fields holder = new Fields(data.isTextual() ? mapper.readTree(data.textValue()) : data);
    return new PresentedCredential.ElectronicVoucher(
        holder.required("ecToken"),
        holder.required("idNo"),
        holder.required("userName"),
        holder.text("idType").orElse(""));
  }
}
