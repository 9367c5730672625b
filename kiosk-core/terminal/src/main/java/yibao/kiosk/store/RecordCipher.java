package yibao.kiosk.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts one record at a time with AES-256-GCM, and seals rows with HMAC-SHA-256.
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
  private static final byte AES_256_GCM = 1;
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
    byte[] head = head(key.id());
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          derive(key, "record", "AES", 32),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(head);
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(head.length + NONCE + sealed.length)
          .put(head)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} made for the same place.
   *
   * @throws StoreFault when the key is missing or the record was altered, moved or made elsewhere
   */
  byte[] decrypt(String place, byte[] record) {
    if (record.length < 2
        || record[0] != AES_256_GCM
        || record[1] < 1
        || record.length < 2 + record[1] + NONCE) {
      throw undecipherable(null);
    }
    byte[] head = Arrays.copyOf(record, 2 + record[1]);
    DataKey key = key(new String(head, 2, record[1], StandardCharsets.US_ASCII));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          derive(key, "record", "AES", 32),
          new GCMParameterSpec(TAG_BITS, record, head.length, NONCE));
      cipher.updateAAD(head);
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(record, head.length + NONCE, record.length - head.length - NONCE);
    } catch (AEADBadTagException e) {
      throw undecipherable(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
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

  private static byte[] head(String id) {
    byte[] name = id.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + name.length)
        .put(AES_256_GCM)
        .put((byte) name.length)
        .put(name)
        .array();
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

  private static SecretKey derive(DataKey key, String purpose, String algorithm, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            algorithm,
            HKDFParameterSpec.ofExtract()
                .addIKM(key.material())
                .thenExpand(("yibao " + purpose).getBytes(StandardCharsets.US_ASCII), length));
  }

  private static StoreFault undecipherable(Exception cause) {
    return new StoreFault(
        StoreFault.UNDECIPHERABLE, "the journal was altered or belongs to another machine", cause);
  }
}
