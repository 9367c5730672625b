package yibao.devices.qr;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of QR code a citizen has shown, judged by its text alone. Only {@link EVoucher} opens a
 * journey; every other kind has a stable {@link #code()} under which the screens keep the sentence
 * that says which code to show instead.
 */
public sealed interface Payload {

  /** Stable key of the kind, the same in every language. */
  String code();

  /** The text as read. Personal: never logged. */
  String text();

  /** 医保电子凭证: 28 decimal digits, opaque inside, valid once and for about a minute (XJ-D01-2019). */
  record EVoucher(String text) implements Payload {
    @Override
    public String code() {
      return "e-voucher";
    }

    /** Tells nothing about the voucher, so that logs cannot. */
    @Override
    public String toString() {
      return "EVoucher[***]";
    }
  }

  /** 付款码: 18 digits starting 10–15 (WeChat) or 16 to 24 digits starting 25–30 (Alipay). */
  record PaymentCode(String text) implements Payload {
    @Override
    public String code() {
      return "payment-code";
    }

    @Override
    public String toString() {
      return "PaymentCode[***]";
    }
  }

  /** 健康码: a web address that says so in its host or path. */
  record HealthCode(String text) implements Payload {
    @Override
    public String code() {
      return "health-code";
    }

    @Override
    public String toString() {
      return "HealthCode[***]";
    }
  }

  /** Any other web address. */
  record Url(String text) implements Payload {
    @Override
    public String code() {
      return "url";
    }

    @Override
    public String toString() {
      return "Url[***]";
    }
  }

  /** Anything else, among it 电子社保卡, whose text follows no published form. */
  record Other(String text) implements Payload {
    @Override
    public String code() {
      return "other";
    }

    @Override
    public String toString() {
      return "Other[***]";
    }
  }

  /** Judges a text; leading and trailing white space is not part of it. */
  static Payload of(String read) {
    String text = read.strip();
    if (Rules.E_VOUCHER.matcher(text).matches()) {
      return new EVoucher(text);
    }
    if (Rules.PAYMENT.matcher(text).matches()) {
      return new PaymentCode(text);
    }
    Optional<URI> address = Rules.address(text);
    if (address.isPresent()) {
      return Rules.HEALTH.matcher(address.get().toString().toLowerCase(Locale.ROOT)).find()
          ? new HealthCode(text)
          : new Url(text);
    }
    return new Other(text);
  }

  /** The forms, kept out of the interface's public face. */
  final class Rules {
    private static final Pattern E_VOUCHER = Pattern.compile("[0-9]{28}");
    private static final Pattern PAYMENT =
        Pattern.compile("1[0-5][0-9]{16}|(2[5-9]|30)[0-9]{14,22}");
    private static final Pattern HEALTH =
        Pattern.compile("health|jiankang|jkm|skm|suishenma|suikang|antiepidemic");

    private Rules() {}

    private static Optional<URI> address(String text) {
      try {
        URI uri = new URI(text);
        String scheme = uri.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }
  }
}
