package yibao.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Orders signed with Ed25519 (RFC 8032): whoever can publish on a terminal's topic, the broker
 * included, still cannot tell it to do anything.
 */
public final class OrderSeal {
  private static final String ALGORITHM = "Ed25519";
  private static final ObjectMapper JSON = MessageJson.mapper();

  private OrderSeal() {}

  /** Seals an order. */
  public static Message.Command seal(Order order, PrivateKey key) {
    try {
      byte[] content = JSON.writeValueAsBytes(order);
      Base64.Encoder base64 = Base64.getEncoder();
      return new Message.Command(
          Message.VERSION,
          base64.encodeToString(content),
          base64.encodeToString(sign(content, key)));
    } catch (IOException e) {
      throw new IllegalStateException("an order is always JSON", e);
    }
  }

  static byte[] sign(byte[] content, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs anything", e);
    }
  }

  static boolean isSigned(byte[] content, byte[] with, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(with);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The order in it; empty where the seal is not this key's or what it seals is no order. */
  public static Optional<Order> open(Message.Command command, PublicKey key) {
    try {
      byte[] content = Base64.getDecoder().decode(command.order());
      // Nothing is made of what is not signed.
      return isSigned(content, Base64.getDecoder().decode(command.signature()), key)
          ? Optional.ofNullable(JSON.readValue(content, Order.class))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a private key, PEM, PKCS #8.
   *
   * @throws IOException when there is none or it is another kind of key
   */
  public static PrivateKey privateKey(Path file) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pem(file)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + "：不是 Ed25519 私钥", e);
    }
  }

  /**
   * Reads a public key, PEM, X.509.
   *
   * @throws IOException when there is none or it is another kind of key
   */
  public static PublicKey publicKey(Path file) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem(file)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + "：不是 Ed25519 公钥", e);
    }
  }

  private static byte[] pem(Path file) throws IOException {
    return Base64.getMimeDecoder()
        .decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
  }
}
