package yibao.kiosk.store;

/**
 * A key that personal data on this terminal is encrypted under. Never printed.
 *
 * @param id name of the key, 1 to 32 ASCII letters and digits; stands in clear in each record
 * @param material 32 secret bytes
 * @param cipher what it is used with
 */
public record DataKey(String id, byte[] material, DataCipher cipher) {

  /** Bytes of secret in a key. */
  public static final int LENGTH = 32;

  public DataKey {
    if (!id.matches("[0-9A-Za-z]{1,32}")) {
      throw new IllegalArgumentException("a data key's id must be 1 to 32 letters and digits");
    }
    if (material.length != LENGTH) {
      throw new IllegalArgumentException("a data key must have 32 bytes");
    }
    material = material.clone();
  }

  /** A key for AES. */
  public DataKey(String id, byte[] material) {
    this(id, material, DataCipher.AES_256_GCM);
  }

  @Override
  public byte[] material() {
    return material.clone();
  }

  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
