package yibao.kiosk.platform.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.platform.gm.Sm2;
import yibao.kiosk.platform.gm.Sm4;

/**
 * The national envelope with {@code input} encrypted in place by SM4 and signed by SM2 in {@code
 * cainfo}.
 */
public final class CainfoTransport implements Transport {

  private static final String TOKEN_REJECTED = "platform.http-401";

  private final JsonMapper mapper = new JsonMapper();
  private final HttpPost post;
  private final AccessToken accessToken;
  private final Sm2.Signer signer;
  private final Sm4 cipher;

  /**
   * What the province handed out.
   *
   * @param clientId sixteen bytes; SM2 user id and SM4 key
   * @param privateKey ours, Base64 of d
   */
  public record Account(String clientId, String privateKey) {
    @Override
    public String toString() {
      return "Account";
    }
  }

  /**
   * A transport over {@code post}.
   *
   * @param accessToken what the gateway wants to see with each message
   */
  CainfoTransport(HttpPost post, Account account, AccessToken accessToken) {
    this.post = post;
    this.accessToken = accessToken;
    signer = new Sm2.Signer(account.privateKey(), account.clientId());
    cipher = new Sm4(account.clientId().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Delivery send(String infno, byte[] message) {
    byte[] sealed;
    try {
      sealed = seal(message);
    } catch (IOException impossible) {
      throw new IllegalStateException("the message is not JSON", impossible);
    }
    Optional<String> token = accessToken.current();
    if (token.isEmpty()) {
      return new Delivery.NotSent("platform.no-token");
    }
    Map<String, String> headers = Map.of("Authorization", "Bearer " + token.get());
    return switch (post.send(headers, sealed)) {
      case Delivery.Answered(byte[] body) -> open(body);
      case Delivery.NotSent notSent -> {
        if (notSent.cause().equals(TOKEN_REJECTED)) {
          accessToken.rejected(token.get());
        }
        yield notSent;
      }
      case Delivery.Lost lost -> lost;
    };
  }

  byte[] seal(byte[] message) throws IOException {
    ObjectNode envelope = (ObjectNode) mapper.readTree(message);
    byte[] input = mapper.writeValueAsBytes(envelope.path("input"));
    envelope.put("cainfo", Base64.getEncoder().encodeToString(signer.sign(input)));
    envelope.put("signtype", "SM2");
    envelope.put("enctype", "SM4");
    envelope.put("input", Base64.getEncoder().encodeToString(cipher.encrypt(input)));
    return mapper.writeValueAsBytes(envelope);
  }

  /** Puts a readable output in the place of an encrypted one; some sites answer in the clear. */
  private Delivery open(byte[] body) {
    try {
      JsonNode answer = mapper.readTree(body);
      if (answer instanceof ObjectNode envelope && envelope.path("output").isTextual()) {
        byte[] encrypted = Base64.getDecoder().decode(envelope.path("output").textValue());
        envelope.set("output", mapper.readTree(cipher.decrypt(encrypted)));
        return new Delivery.Answered(mapper.writeValueAsBytes(envelope));
      }
      return new Delivery.Answered(body);
    } catch (IOException | Sm4.BadCiphertext | IllegalArgumentException fault) {
      return new Delivery.Lost("platform.not-understood");
    }
  }
}
