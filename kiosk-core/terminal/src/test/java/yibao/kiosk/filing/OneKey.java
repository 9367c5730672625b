package yibao.kiosk.filing;

import java.util.Optional;
import yibao.kiosk.store.DataKey;
import yibao.kiosk.store.KeyRing;

/** A key ring with one key that everybody knows. */
record OneKey() implements KeyRing {
  private static final DataKey KEY = new DataKey("k1", new byte[DataKey.LENGTH]);

  @Override
  public DataKey current() {
    return KEY;
  }

  @Override
  public Optional<DataKey> find(String id) {
    return Optional.of(KEY);
  }

  @Override
  public Protection protection() {
    return Protection.FILE;
  }
}
