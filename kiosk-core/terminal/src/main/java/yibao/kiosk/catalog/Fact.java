package yibao.kiosk.catalog;

import java.util.List;

/**
 * Something a condition may ask about.
 *
 * @param name the name conditions use
 * @param source who knows it
 * @param question the question put to the citizen, also the heading on a notice that lists all
 *     cases
 * @param options the values it can have
 */
public record Fact(String name, Source source, String question, List<Option> options) {

  /** A value as people read it. */
  public String label(String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(Option::label)
        .findFirst()
        .orElse(value);
  }

  /** The fact that something this item goes together with was handed in before it. */
  public static final String ALONGSIDE = "alongside";

  public Fact {
    options = List.copyOf(options);
  }

  /** Who knows a fact. */
  public enum Source {
    /** The citizen is asked. */
    CITIZEN("citizen"),
    /** The 医保信息平台 knows; the citizen is asked only where it cannot be reached. */
    PLATFORM("platform"),
    /** A switch of the 统筹区. */
    POOL("pool"),
    /** What was handed in earlier in the same visit. */
    VISIT("visit");

    private final String key;

    Source(String key) {
      this.key = key;
    }

    /** The word in packs, exports and the HTTP interface. */
    public String key() {
      return key;
    }
  }

  /**
   * A value a fact can have.
   *
   * @param value as conditions write it
   * @param label as people read it
   */
  public record Option(String value, String label) {}
}
