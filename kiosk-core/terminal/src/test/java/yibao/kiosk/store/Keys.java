package yibao.kiosk.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A key ring in memory. */
public record Keys(List<DataKey> keys) implements KeyRing {

  public static Keys named(String... ids) {
    return new Keys(Arrays.stream(ids).map(Keys::key).toList());
  }

  private static DataKey key(String id) {
    byte[] material = new byte[DataKey.LENGTH];
    Arrays.fill(material, (byte) id.hashCode());
    return new DataKey(id, material);
  }

  @Override
  public DataKey current() {
    return keys.getLast();
  }

  @Override
  public Optional<DataKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public Protection protection() {
    return Protection.SEALED;
  }
}
