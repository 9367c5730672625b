package yibao.kiosk.platform.transport;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** The bearer token (RFC 6750) a gateway wants with each message. */
public interface AccessToken {

  /** The token of the moment; empty when none can be had. */
  Optional<String> current();

  /** The gateway no longer takes this token; a newer one stays. */
  void rejected(String token);

  /** Where tokens come from. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = ClientCredentials.class, name = "client-credentials")
  })
  sealed interface Source {

    /** Tokens of this source; they are fetched as {@code post} posts, at their own address. */
    AccessToken open(HttpPost post, InstantSource clock);
  }

  /**
   * A token the province handed out; it never changes.
   *
   * @param token as it goes behind {@code Bearer}
   */
  record Fixed(String token) implements Source {
    @Override
    public AccessToken open(HttpPost post, InstantSource clock) {
      return new AccessToken() {
        @Override
        public Optional<String> current() {
          return Optional.of(token);
        }

        @Override
        public void rejected(String used) {
          // There is no other.
        }
      };
    }

    @Override
    public String toString() {
      return "Fixed";
    }
  }

  /**
   * Tokens by the client credentials grant (RFC 6749 section 4.4), renewed before they run out.
   *
   * @param address the token endpoint
   * @param clientId who we are there
   * @param clientSecret what proves it
   */
  record ClientCredentials(URI address, String clientId, String clientSecret) implements Source {
    @Override
    public AccessToken open(HttpPost post, InstantSource clock) {
      return new RenewedToken(post.at(address), this, clock);
    }

    @Override
    public String toString() {
      return "ClientCredentials";
    }
  }
}
