package yibao.kiosk.platform.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches a token by the client credentials grant (RFC 6749 section 4.4) and keeps it while good.
 */
final class RenewedToken implements AccessToken {

  /** A token so near its end is not used any more: it may run out on the way. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  /** How long a token is taken for good whose answer does not say. */
  private static final long UNSAID_SECONDS = 600;

  private record Held(String token, Instant until) {}

  private final Fetched<Optional<Held>> held = new Fetched<>();
  private final JsonMapper mapper = new JsonMapper();
  private final HttpPost post;
  private final ClientCredentials account;
  private final InstantSource clock;

  RenewedToken(HttpPost post, ClientCredentials account, InstantSource clock) {
    this.post = post;
    this.account = account;
    this.clock = clock;
  }

  @Override
  public Optional<String> current() {
    return held.get(this::isGood, this::fetch).map(Held::token);
  }

  @Override
  public void rejected(String token) {
    held.forget(it -> it.filter(known -> known.token().equals(token)).isPresent());
  }

  private boolean isGood(Optional<Held> known) {
    return known.filter(it -> clock.instant().plus(SPARE).isBefore(it.until())).isPresent();
  }

  private Optional<Held> fetch() {
    Instant asked = clock.instant();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Authorization",
            "Basic " + basic(account.clientId(), account.clientSecret()));
    byte[] body = "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);
    return post.send(headers, body) instanceof Transport.Delivery.Answered(byte[] answer)
        ? read(answer, asked)
        : Optional.empty();
  }

  private Optional<Held> read(byte[] answer, Instant asked) {
    try {
      JsonNode node = mapper.readTree(answer);
      long seconds = node.path("expires_in").asLong(UNSAID_SECONDS);
      return Optional.ofNullable(node.path("access_token").textValue())
          .filter(token -> !token.isBlank())
          .map(token -> new Held(token, asked.plusSeconds(seconds)));
    } catch (IOException garbage) {
      return Optional.empty();
    }
  }

  /** RFC 6749 section 2.3.1: both are form-encoded before they are joined. */
  private static String basic(String id, String secret) {
    String joined =
        URLEncoder.encode(id, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.US_ASCII));
  }
}
