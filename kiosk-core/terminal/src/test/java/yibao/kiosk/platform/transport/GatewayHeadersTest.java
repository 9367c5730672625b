package yibao.kiosk.platform.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headers of the gateways against vectors computed elsewhere. */
class GatewayHeadersTest {

  private final HttpPost post =
      new HttpPost(
          URI.create("http://127.0.0.1:9/"),
          new HttpPost.Patience(Duration.ofSeconds(1), Duration.ofSeconds(1)));

  @Test
  void csb_signs_the_sorted_headers_with_the_secret() {
    var account = new CsbTransport.Account("AK", "SK", "hssServives", "1.0.0");

    assertEquals(
        Map.of(
            "_api_access_key", "AK",
            "_api_name", "hssServives",
            "_api_timestamp", "1600000000000",
            "_api_version", "1.0.0",
            "_api_signature", "gJi1dxauT8h1JesEBXxzI7WEIBw="),
        new CsbTransport(post, account, InstantSource.system()).headers(1_600_000_000_000L));
  }

  @Test
  void tif_signs_timestamp_token_nonce_timestamp() {
    String signature = "18a103111cfe810bda4a4439f68da5959c20c1fc5ffcd77815d5b3cbb903c576";

    assertEquals(signature, tif(false));
    assertEquals(signature.toUpperCase(Locale.ROOT), tif(true));
  }

  private String tif(boolean upperCase) {
    return new TifTransport(
            post, new TifTransport.Account("P", "TOKEN", upperCase), InstantSource.system())
        .headers(1_600_000_000L, "NONCE123")
        .get("x-tif-signature");
  }
}
