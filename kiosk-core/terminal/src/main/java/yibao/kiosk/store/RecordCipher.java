package yibao.kiosk.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts one record at a time with the current key's {@link DataCipher}, and seals rows with
 * HMAC-SHA-256.
 *
 * <pre>
 * encrypted: scheme (1 byte) | length of key id (1) | key id | nonce (12) | ciphertext and tag (16)
 * seal:      length of key id (1) | key id | HMAC (32)
 * </pre>
 *
 * <p>What stands before the nonce and the record's place in the journal are authenticated with it,
 * so that a record copied into another row or column does not open. Each purpose has a key of its
 * own, derived from the data key by HKDF (RFC 5869).
 */
final class RecordCipher {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing ring;
  private final SecureRandom random;

  RecordCipher(KeyRing ring, SecureRandom random) {
    this.ring = ring;
    this.random = random;
  }

  /**
   * Encrypts under the current key.
   *
   * @param place where the record will stand, e.g. {@code filing/<key>/document}
   */
  byte[] encrypt(String place, byte[] plain) {
    DataKey key = ring.current();
    byte[] head = head(key);
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed =
        gcm(true, key, nonce, authenticated(head, place), plain)
            .orElseThrow(() -> new IllegalStateException("encrypting always succeeds"));
    return ByteBuffer.allocate(head.length + NONCE + sealed.length)
        .put(head)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Decrypts what {@link #encrypt} made for the same place.
   *
   * @throws StoreFault when the key is missing or the record was altered, moved or made elsewhere
   */
  byte[] decrypt(String place, byte[] record) {
    if (record.length < 2 || record[1] < 1 || record.length < 2 + record[1] + NONCE) {
      throw undecipherable();
    }
    DataKey key = key(new String(record, 2, record[1], StandardCharsets.US_ASCII));
    byte[] head = head(key);
    if (record[0] != head[0]) {
      throw undecipherable();
    }
    int body = head.length + NONCE;
    return gcm(
            false,
            key,
            Arrays.copyOfRange(record, head.length, body),
            authenticated(head, place),
            Arrays.copyOfRange(record, body, record.length))
        .orElseThrow(RecordCipher::undecipherable);
  }

  /** Seals a row under the current key. */
  byte[] seal(byte[] row) {
    DataKey key = ring.current();
    byte[] mac = mac(key, row);
    byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + id.length + mac.length)
        .put((byte) id.length)
        .put(id)
        .put(mac)
        .array();
  }

  /** Whether the row is the one that was sealed. */
  boolean sealed(byte[] row, byte[] seal) {
    if (seal.length < 1 || seal[0] < 1 || seal.length <= 1 + seal[0]) {
      return false;
    }
    DataKey key = key(new String(seal, 1, seal[0], StandardCharsets.US_ASCII));
    return MessageDigest.isEqual(mac(key, row), Arrays.copyOfRange(seal, 1 + seal[0], seal.length));
  }

  private DataKey key(String id) {
    return ring.find(id)
        .orElseThrow(
            () ->
                new StoreFault(
                    StoreFault.KEY_MISSING,
                    "bring back data key " + id + "; without it personal data stays unreadable"));
  }

  private static byte[] head(DataKey key) {
    byte[] name = key.id().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + name.length)
        .put(key.cipher().scheme())
        .put((byte) name.length)
        .put(name)
        .array();
  }

  private static byte[] authenticated(byte[] head, String place) {
    byte[] name = place.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + name.length).put(head).put(name).array();
  }

  /** Empty when there is a tag and it does not fit. */
  private static Optional<byte[]> gcm(
      boolean encrypt, DataKey key, byte[] nonce, byte[] authenticated, byte[] input) {
    SecretKey own = derive(key, "record", key.cipher().word(), key.cipher().keyLength());
    return switch (key.cipher()) {
      case AES_256_GCM -> aes(encrypt, own, nonce, authenticated, input);
      case SM4_GCM -> Sm4Gcm.apply(encrypt, own, TAG_BITS, nonce, authenticated, input);
    };
  }

  private static Optional<byte[]> aes(
      boolean encrypt, SecretKey key, byte[] nonce, byte[] authenticated, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          new SecretKeySpec(key.getEncoded(), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(authenticated);
      return Optional.of(cipher.doFinal(input));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  private static byte[] mac(DataKey key, byte[] row) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(derive(key, "seal", "HmacSHA256", 32));
      return mac.doFinal(row);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
  }

  private static SecretKey derive(DataKey key, String purpose, String algorithm, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(key.material())
                  .thenExpand(("yibao " + purpose).getBytes(StandardCharsets.US_ASCII), length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HKDF", e);
    }
  }

  private static StoreFault undecipherable() {
    return new StoreFault(
        StoreFault.UNDECIPHERABLE, "the journal was altered or belongs to another machine");
  }
}
