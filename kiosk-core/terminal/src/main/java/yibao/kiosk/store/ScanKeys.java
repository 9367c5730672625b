package yibao.kiosk.store;

import java.security.SecureRandom;
import java.util.Optional;

/** The ring of one scan's own key. */
record ScanKeys(DataKey current) implements KeyRing {

  /** Every scan's key is called so; which scan it is for stands with the scan. */
  static final String ID = "s";

  /** A fresh key for one scan. */
  static DataKey fresh(SecureRandom random, DataCipher cipher) {
    byte[] material = new byte[DataKey.LENGTH];
    random.nextBytes(material);
    return new DataKey(ID, material, cipher);
  }

  @Override
  public Optional<DataKey> find(String id) {
    return id.equals(ID) ? Optional.of(current) : Optional.empty();
  }

  @Override
  public Protection protection() {
    return Protection.SEALED;
  }
}
