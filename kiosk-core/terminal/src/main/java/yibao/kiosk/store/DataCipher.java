package yibao.kiosk.store;

import java.util.Arrays;
import java.util.Optional;

/** How personal data is encrypted at rest. Either way a record altered by one bit does not open. */
public enum DataCipher {
  /** AES with 256-bit keys in Galois/Counter Mode (NIST SP 800-38D). */
  AES_256_GCM("aes-256-gcm", 1, 32),
  /** SM4 (GB/T 32907) in Galois/Counter Mode (GB/T 36624, RFC 8998), where 国密 is required. */
  SM4_GCM("sm4-gcm", 2, 16);

  private final String word;
  private final byte scheme;
  private final int keyLength;

  DataCipher(String word, int scheme, int keyLength) {
    this.word = word;
    this.scheme = (byte) scheme;
    this.keyLength = keyLength;
  }

  /** The cipher of this word in configuration and key files. */
  public static Optional<DataCipher> of(String word) {
    return Arrays.stream(values()).filter(cipher -> cipher.word.equals(word)).findFirst();
  }

  /** Its word in configuration and key files. */
  public String word() {
    return word;
  }

  /** First byte of each record it made. */
  byte scheme() {
    return scheme;
  }

  /** Bytes of its own key, derived from the data key. */
  int keyLength() {
    return keyLength;
  }
}
