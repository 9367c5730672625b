package yibao.kiosk.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A memory without a disk; whoever keeps the values has it survive a restart.
 *
 * @param values what is remembered, by name
 */
public record InMind(Map<String, String> values) implements Memory {

  /** One that remembers nothing yet. */
  public InMind() {
    this(new HashMap<>());
  }

  @Override
  public Optional<String> recall(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public void remember(String name, String value) {
    values.put(name, value);
  }
}
