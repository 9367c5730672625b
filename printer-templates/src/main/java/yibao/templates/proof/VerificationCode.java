package yibao.templates.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import yibao.templates.text.PrintableText;

/**
 * What a document's QR symbol says about it, signed, so that anyone who has the office's public key
 * can check a sheet of paper without asking a server.
 *
 * <p>The text is {@code YB1:} and Base45 (RFC 9285) of: one byte, the length of the signature; the
 * signature; the six fields in UTF-8, joined by U+001F. About 250 characters with Ed25519, which a
 * 32-mm symbol at 203 dpi carries.
 *
 * @param keyId names the public key, up to 8 characters
 * @param paper the template's name
 * @param number the document's number
 * @param issuer the office
 * @param holder whose document it is, masked as the paper's reader may see it, e.g. 王*明 0011
 */
public record VerificationCode(
    String keyId, String paper, String number, LocalDate issuedOn, String issuer, String holder) {
  private static final String PREFIX = "YB1:";
  private static final String SEPARATOR = "\u001F";
  private static final int FIELDS = 6;
  private static final int LONGEST_SIGNATURE = 255;

  /** What checking a code found. */
  public sealed interface Check {
    /** The code is as its issuer signed it. */
    record Genuine(VerificationCode code) implements Check {}

    /** It was not signed with the key it names, or was changed afterwards. */
    record Forged() implements Check {}

    /** It names a key we do not have. */
    record UnknownKey(String keyId) implements Check {}

    /** It is no verification code at all. */
    record NotACode() implements Check {}
  }

  public VerificationCode {
    keyId = PrintableText.clean(keyId);
    paper = PrintableText.clean(paper);
    number = PrintableText.clean(number);
    issuer = PrintableText.clean(issuer);
    holder = PrintableText.clean(holder);
  }

  /**
   * The text for the QR symbol.
   *
   * @param key Ed25519, EC, SM2; RSA signatures are too long for paper
   * @throws IllegalArgumentException if the key cannot make a short signature
   */
  public String sign(PrivateKey key) {
    try {
      byte[] fields = fields();
      Signature signer = SigningAlgorithm.of(key).signature();
      signer.initSign(key);
      signer.update(fields);
      byte[] signature = signer.sign();
      if (signature.length > LONGEST_SIGNATURE) {
        throw new IllegalArgumentException(
            "a signature of " + signature.length + " bytes is too long for paper");
      }
      ByteBuffer signed = ByteBuffer.allocate(1 + signature.length + fields.length);
      signed.put((byte) signature.length).put(signature).put(fields);
      return PREFIX + Base45.encode(signed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot sign with this key", e);
    }
  }

  /**
   * Checks a scanned text.
   *
   * @param keys the public key of a key id, empty if unknown
   */
  public static Check check(String text, Function<String, Optional<PublicKey>> keys) {
    if (!text.startsWith(PREFIX)) {
      return new Check.NotACode();
    }
    return Base45.decode(text.substring(PREFIX.length()))
        .map(bytes -> check(bytes, keys))
        .orElseGet(Check.NotACode::new);
  }

  private static Check check(byte[] bytes, Function<String, Optional<PublicKey>> keys) {
    int signatureLength = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
    if (bytes.length <= 1 + signatureLength) {
      return new Check.NotACode();
    }
    int start = 1 + signatureLength;
    Optional<VerificationCode> code =
        parse(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    if (code.isEmpty()) {
      return new Check.NotACode();
    }
    Optional<PublicKey> key = keys.apply(code.get().keyId());
    if (key.isEmpty()) {
      return new Check.UnknownKey(code.get().keyId());
    }
    try {
      Signature verifier = SigningAlgorithm.of(key.get()).signature();
      verifier.initVerify(key.get());
      verifier.update(bytes, start, bytes.length - start);
      boolean genuine = verifier.verify(bytes, 1, signatureLength);
      return genuine ? new Check.Genuine(code.get()) : new Check.Forged();
    } catch (GeneralSecurityException e) {
      return new Check.Forged();
    }
  }

  private static Optional<VerificationCode> parse(String fields) {
    String[] parts = fields.split(SEPARATOR, -1);
    if (parts.length != FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new VerificationCode(
              parts[0], parts[1], parts[2], LocalDate.parse(parts[3]), parts[4], parts[5]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private byte[] fields() {
    return String.join(SEPARATOR, keyId, paper, number, issuedOn.toString(), issuer, holder)
        .getBytes(StandardCharsets.UTF_8);
  }
}
