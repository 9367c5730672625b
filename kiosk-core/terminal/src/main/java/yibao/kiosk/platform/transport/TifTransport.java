package yibao.kiosk.platform.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The bare envelope with the headers of a TIF gateway. */
public final class TifTransport implements Transport {

  private final HttpPost post;
  private final Account account;
  private final InstantSource clock;

  /**
   * What the gateway's operator handed out.
   *
   * @param paasId x-tif-paasid
   * @param token signs, never sent
   * @param upperCase whether the site writes the signature in upper case
   */
  public record Account(String paasId, String token, boolean upperCase) {
    @Override
    public String toString() {
      return "Account[" + paasId + "]";
    }
  }

  /** A transport over {@code post}. */
  public TifTransport(HttpPost post, Account account, InstantSource clock) {
    this.post = post;
    this.account = account;
    this.clock = clock;
  }

  @Override
  public Delivery send(String infno, byte[] message) {
    return post.send(
        headers(clock.instant().getEpochSecond(), UUID.randomUUID().toString()), message);
  }

  /** The four headers; the signature is SHA-256 of timestamp, token, nonce and timestamp again. */
  Map<String, String> headers(long seconds, String nonce) {
    String digest = sha256(seconds + account.token() + nonce + seconds);
    return Map.of(
        "x-tif-paasid",
        account.paasId(),
        "x-tif-timestamp",
        Long.toString(seconds),
        "x-tif-nonce",
        nonce,
        "x-tif-signature",
        account.upperCase() ? digest.toUpperCase(Locale.ROOT) : digest);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
