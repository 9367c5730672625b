package yibao.kiosk.packs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Fact;

/** Reads conditions over the facts a region knows. */
final class ConditionReader {

  private final Map<String, Fact> facts;

  ConditionReader(Map<String, Fact> facts) {
    this.facts = facts;
  }

  /** The condition under the entry's key {@code when}; without one it holds always. */
  Condition when(Entry entry) {
    return entry.get("when").map(this::read).orElse(Condition.ALWAYS);
  }

  Condition read(Entry entry) {
    var wanted = new LinkedHashMap<String, Set<String>>();
    entry
        .members()
        .forEach(
            (name, values) -> {
              known(name, values);
              wanted.put(name, new HashSet<>(values.texts()));
            });
    return new Condition(wanted);
  }

  private void known(String name, Entry values) {
    Fact fact = facts.get(name);
    if (fact == null) {
      values.fault("条件里的事实“%s”没有定义".formatted(name), "在 facts 里定义它的问题和取值，或改正拼写");
      return;
    }
    var options = fact.options().stream().map(Fact.Option::value).collect(Collectors.toSet());
    for (String value : values.texts()) {
      if (!options.contains(value)) {
        values.fault(
            "事实“%s”没有取值“%s”".formatted(name, value),
            "改为 %s 之一".formatted(String.join("、", options.stream().sorted().toList())));
      }
    }
  }
}
