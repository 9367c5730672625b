package yibao.kiosk.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody of the staff has to see with their own eyes 见证 before a filing goes on.
 *
 * @param id the word in audit and filings: small letters, digits, hyphens
 * @param at where in a visit
 * @param principals ids of those for whom somebody comes, at {@link At#PRINCIPAL}
 * @param document kind of paper that calls for it; any case where left out
 * @param name what is seen, as people read it
 * @param look what to look at, a sentence each
 */
public record Witnessing(
    String id,
    At at,
    Set<String> principals,
    Optional<String> document,
    String name,
    List<String> look) {

  public Witnessing {
    principals = Set.copyOf(principals);
    look = List.copyOf(look);
  }

  /** Where in a visit. */
  public enum At {
    /** In place of a signature, by whoever cannot write 按手印. */
    SIGNATURE("signature"),
    /** Once the papers of whoever comes for somebody else are there. */
    PRINCIPAL("principal");

    private final String key;

    At(String key) {
      this.key = key;
    }

    /** The word in packs. */
    public String key() {
      return key;
    }
  }
}
