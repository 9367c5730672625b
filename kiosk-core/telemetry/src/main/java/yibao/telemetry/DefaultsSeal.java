package yibao.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/** A hall's defaults signed with the key of its orders; one is never taken for the other. */
public final class DefaultsSeal {
  private static final ObjectMapper JSON = MessageJson.mapper();

  private DefaultsSeal() {}

  /** Seals defaults. */
  public static Message.Defaults seal(HallDefaults defaults, PrivateKey key) {
    try {
      byte[] content = JSON.writeValueAsBytes(defaults);
      Base64.Encoder base64 = Base64.getEncoder();
      return new Message.Defaults(
          Message.VERSION,
          base64.encodeToString(content),
          base64.encodeToString(OrderSeal.sign(content, key)));
    } catch (IOException e) {
      throw new IllegalStateException("defaults are always JSON", e);
    }
  }

  /** The defaults in it; empty where the seal is not this key's or it seals something else. */
  public static Optional<HallDefaults> open(Message.Defaults sealed, PublicKey key) {
    try {
      byte[] content = Base64.getDecoder().decode(sealed.defaults());
      // Nothing is made of what is not signed.
      return OrderSeal.isSigned(content, Base64.getDecoder().decode(sealed.signature()), key)
          ? Optional.ofNullable(JSON.readValue(content, HallDefaults.class))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
