package yibao.sandbox.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Places of the country to city level, by six-digit code. */
final class Places {

  /** Municipalities and regions that are one place, not a set of cities. */
  private static final Set<String> WHOLE = Set.of("11", "12", "31", "50", "71", "81", "82");

  private final Map<String, String> names;

  private Places(Map<String, String> names) {
    this.names = names;
  }

  static Places embedded() {
    Map<String, String> names = new HashMap<>();
    try (InputStream file = Places.class.getResourceAsStream("/yibao/sandbox/places.txt")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(columns -> names.put(columns[0], columns[1]));
    } catch (IOException fault) {
      throw new UncheckedIOException("places.txt cannot be read", fault);
    }
    return new Places(names);
  }

  /** Name of the place to which one can relocate: a city or a municipality, not a province. */
  Optional<String> destination(String code) {
    boolean province = code.endsWith("0000") && !WHOLE.contains(code.substring(0, 2));
    return province ? Optional.empty() : Optional.ofNullable(names.get(code));
  }

  /** Whether both codes lie in one pool: the same city, or the same municipality. */
  static boolean samePool(String one, String other) {
    int digits = WHOLE.contains(one.substring(0, 2)) ? 2 : 4;
    return one.substring(0, digits).equals(other.substring(0, digits));
  }
}
