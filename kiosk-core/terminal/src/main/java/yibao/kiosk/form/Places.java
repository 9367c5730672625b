package yibao.kiosk.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Administrative divisions by six-digit code: provinces end in 0000, cities in 00, the rest are
 * counties and districts. Four-digit platform levels above the standard's are not in here.
 */
public final class Places {

  /** A division: code, and its own name without the ones above. */
  public record Place(String code, String name) {}

  private final TreeMap<String, String> names;

  /** Keeps a copy of the names by code. */
  public Places(Map<String, String> namesByCode) {
    this.names = new TreeMap<>(namesByCode);
  }

  /** Provinces, when {@code code} is empty; otherwise the divisions directly below it. */
  public List<Place> below(Optional<String> code) {
    return names.entrySet().stream()
        .filter(e -> parent(e.getKey()).equals(code))
        .map(e -> new Place(e.getKey(), e.getValue()))
        .toList();
  }

  /** Whether anything lies below this code. */
  public boolean hasBelow(String code) {
    String next = names.higherKey(code);
    return next != null && next.startsWith(stem(code));
  }

  /** The name with the names above it, e.g. 四川省资阳市; provinces first. */
  public Optional<String> fullName(String code) {
    return Optional.ofNullable(names.get(code))
        .map(own -> parent(code).flatMap(this::fullName).map(above -> above + own).orElse(own));
  }

  /**
   * Whether this is a city 地级市 or what stands at its level: a municipality 直辖市, or a county
   * directly under its province.
   */
  public boolean isCity(String code) {
    if (!names.containsKey(code)) {
      return false;
    }
    return parent(code)
        .map(above -> above.endsWith("0000") && !isMunicipality(above))
        .orElseGet(() -> isMunicipality(code));
  }

  private boolean isMunicipality(String province) {
    List<Place> below = below(Optional.of(province));
    return !below.isEmpty() && below.stream().noneMatch(p -> p.code().endsWith("00"));
  }

  /** Whether {@code code} is {@code area} or lies inside it. */
  public static boolean inside(String code, String area) {
    return code.startsWith(stem(area));
  }

  /**
   * Whether {@code code} lies where whoever is insured in {@code pool} needs no filing: in the
   * pool, or in the city that the pool belongs to. A pool may be a county, or 市本级 (…99), which is
   * no division of its own.
   */
  public boolean own(String code, String pool) {
    return inside(code, pool) || city(pool).filter(city -> inside(code, city)).isPresent();
  }

  private Optional<String> city(String pool) {
    return Stream.of(pool.substring(0, 4) + "00", pool.substring(0, 2) + "0000")
        .filter(names::containsKey)
        .findFirst()
        .filter(this::isCity);
  }

  private Optional<String> parent(String code) {
    if (code.endsWith("0000")) {
      return Optional.empty();
    }
    String province = code.substring(0, 2) + "0000";
    if (code.endsWith("00")) {
      return Optional.of(province);
    }
    String city = code.substring(0, 4) + "00";
    return Optional.of(names.containsKey(city) ? city : province);
  }

  private static String stem(String code) {
    if (code.endsWith("0000")) {
      return code.substring(0, 2);
    }
    return code.endsWith("00") ? code.substring(0, 4) : code;
  }
}
