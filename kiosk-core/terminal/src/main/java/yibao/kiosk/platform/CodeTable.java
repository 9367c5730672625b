package yibao.kiosk.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A code table of the province, read both ways. */
public final class CodeTable {

  private static final String OTHER = "other";

  private final Map<String, String> oursByNational;
  private final Map<String, String> nationalByOurs = new LinkedHashMap<>();

  /**
   * A table from national codes to our words; the key {@code other} stands for every code not
   * listed. Of several codes for one word the first is the one sent.
   */
  @JsonCreator
  public CodeTable(LinkedHashMap<String, String> oursByNational) {
    this.oursByNational = Map.copyOf(oursByNational);
    oursByNational.forEach(
        (national, ours) -> {
          if (!national.equals(OTHER)) {
            nationalByOurs.putIfAbsent(ours, national);
          }
        });
  }

  /** Our word for a national code. */
  public Optional<String> ours(String national) {
    return Optional.ofNullable(oursByNational.getOrDefault(national, oursByNational.get(OTHER)));
  }

  /** The national code for our word. */
  public Optional<String> national(String ours) {
    return Optional.ofNullable(nationalByOurs.get(ours));
  }

  /** All our words in it. */
  Collection<String> words() {
    return oursByNational.values();
  }
}
