package yibao.kiosk.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a visit: answers of the citizen, of the platform, and the pool's switches.
 *
 * @param values the known values by name of the fact; "true" and "false" for yes and no
 */
public record Facts(Map<String, String> values) {

  public Facts {
    values = Map.copyOf(values);
  }

  /** Only the pool's switches are known. */
  public static Facts of(Pool pool) {
    var values = new LinkedHashMap<String, String>();
    pool.switches().forEach((name, on) -> values.put(name, Boolean.toString(on)));
    return new Facts(values);
  }

  /** The fact's value, if known. */
  public Optional<String> value(String fact) {
    return Optional.ofNullable(values.get(fact));
  }

  /** Some values name people. */
  @Override
  public String toString() {
    return "Facts" + values.keySet();
  }

  /** These facts and one more; a value known before is replaced. */
  public Facts with(String fact, String value) {
    var more = new LinkedHashMap<>(values);
    more.put(fact, value);
    return new Facts(more);
  }
}
