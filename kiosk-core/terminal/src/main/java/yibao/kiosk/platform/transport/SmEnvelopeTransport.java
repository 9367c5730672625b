package yibao.kiosk.platform.transport;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The envelope signed with SM2 and encrypted with SM4 inside another. */
public final class SmEnvelopeTransport implements Transport {

  private final HttpPost post;
  private final SmEnvelope envelope;
  private final InstantSource clock;

  /**
   * What the province handed out, and how it reads the rules.
   *
   * @param appId at least sixteen characters
   * @param idName what the site calls it outside: {@code appId}, which it is where this is left
   *     out, {@code appCode} or {@code chnlId}
   * @param appSecret ends the signed text, never sent
   * @param privateKey ours, Base64 of d
   * @param platformKey the platform's public key, Base64 of x‖y
   * @param userId for SM2; most sites use {@code 1234567812345678}, some the appSecret
   * @param numbersAsText whether numbers and booleans count as text in what is signed
   * @param sendsTransType whether the transaction's number stands in the outer envelope
   */
  public record Account(
      String appId,
      String idName,
      String appSecret,
      String privateKey,
      String platformKey,
      String userId,
      boolean numbersAsText,
      boolean sendsTransType) {

    public Account {
      idName = Objects.requireNonNullElse(idName, "appId");
    }

    @Override
    public String toString() {
      return "Account[" + appId + "]";
    }
  }

  /** A transport over {@code post}. */
  public SmEnvelopeTransport(HttpPost post, Account account, InstantSource clock) {
    this.post = post;
    this.envelope = new SmEnvelope(account);
    this.clock = clock;
  }

  @Override
  public Delivery send(String infno, byte[] message) {
    byte[] sealed;
    try {
      sealed = envelope.seal(infno, message, clock.millis());
    } catch (IOException impossible) {
      throw new IllegalStateException("the message is not JSON", impossible);
    }
    return switch (post.send(Map.of(), sealed)) {
      case Delivery.Answered(byte[] body) -> open(body);
      case Delivery.NotSent notSent -> notSent;
      case Delivery.Lost lost -> lost;
    };
  }

  private Delivery open(byte[] body) {
    try {
      Optional<byte[]> inside = envelope.open(body);
      return inside
          .<Delivery>map(Delivery.Answered::new)
          .orElse(new Delivery.Lost("platform.wrong-signature"));
    } catch (IOException fault) {
      return new Delivery.Lost("platform.not-understood");
    }
  }
}
