package yibao.kiosk.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * All of some facts, each having one of some values.
 *
 * @param wanted the accepted values by fact, in the order the facts should be asked; empty holds
 *     always
 */
public record Condition(SequencedMap<String, Set<String>> wanted) {

  /** Holds whatever the facts. */
  public static final Condition ALWAYS = new Condition(new LinkedHashMap<>());

  public Condition {
    var copy = new LinkedHashMap<String, Set<String>>();
    wanted.forEach((fact, values) -> copy.put(fact, Set.copyOf(values)));
    wanted = Collections.unmodifiableSequencedMap(copy);
  }

  /** Whether nothing is wanted. */
  public boolean isAlways() {
    return wanted.isEmpty();
  }

  /** A known fact with another value fails it at once; otherwise unknown facts are named. */
  public Verdict test(Facts facts) {
    var missing = new ArrayList<String>();
    for (var entry : wanted.entrySet()) {
      var value = facts.value(entry.getKey());
      if (value.isEmpty()) {
        missing.add(entry.getKey());
      } else if (!entry.getValue().contains(value.get())) {
        return new Verdict.Fails();
      }
    }
    return missing.isEmpty() ? new Verdict.Holds() : new Verdict.Unknown(missing);
  }

  /** What a condition comes to for some facts. */
  public sealed interface Verdict {
    /** Every fact is known and has an accepted value. */
    record Holds() implements Verdict {}

    /** Some known fact has another value. */
    record Fails() implements Verdict {}

    /** Nothing speaks against it yet; these facts are not known. */
    record Unknown(List<String> missing) implements Verdict {
      public Unknown {
        missing = List.copyOf(missing);
      }
    }
  }
}
