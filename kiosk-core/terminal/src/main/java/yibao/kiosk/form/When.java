package yibao.kiosk.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A condition over answers given before: all of some fields, each having one of some values.
 *
 * @param wanted the accepted values by field; empty holds always
 */
public record When(Map<String, Set<String>> wanted) {

  /** Holds whatever was answered. */
  public static final When ALWAYS = new When(Map.of());

  public When {
    var copy = new LinkedHashMap<String, Set<String>>();
    wanted.forEach((field, values) -> copy.put(field, Set.copyOf(values)));
    wanted = copy;
  }

  /** Whether it holds; a field without an answer has no value that could be wanted. */
  public boolean holds(Map<String, String> answers) {
    return wanted.entrySet().stream()
        .allMatch(one -> one.getValue().contains(answers.getOrDefault(one.getKey(), "")));
  }
}
