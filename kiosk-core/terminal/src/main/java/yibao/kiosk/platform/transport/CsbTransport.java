package yibao.kiosk.platform.transport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bare envelope with the headers of a CSB gateway. */
public final class CsbTransport implements Transport {

  private final HttpPost post;
  private final Account account;
  private final InstantSource clock;

  /**
   * What the gateway's operator handed out.
   *
   * @param accessKey _api_access_key
   * @param secret signs, never sent
   * @param apiName _api_name
   * @param apiVersion _api_version
   */
  public record Account(String accessKey, String secret, String apiName, String apiVersion) {
    @Override
    public String toString() {
      return "Account[" + apiName + " " + apiVersion + "]";
    }
  }

  /** A transport over {@code post}. */
  public CsbTransport(HttpPost post, Account account, InstantSource clock) {
    this.post = post;
    this.account = account;
    this.clock = clock;
  }

  @Override
  public Delivery send(String infno, byte[] message) {
    return post.send(headers(clock.millis()), message);
  }

  /** The five headers; the signature is HMAC-SHA1 over the other four, sorted by name. */
  Map<String, String> headers(long millis) {
    TreeMap<String, String> headers = new TreeMap<>();
    headers.put("_api_access_key", account.accessKey());
    headers.put("_api_name", account.apiName());
    headers.put("_api_timestamp", Long.toString(millis));
    headers.put("_api_version", account.apiVersion());
    String text =
        headers.entrySet().stream()
            .map(header -> header.getKey() + "=" + header.getValue())
            .collect(Collectors.joining("&"));
    headers.put("_api_signature", sign(text));
    return headers;
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(account.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
