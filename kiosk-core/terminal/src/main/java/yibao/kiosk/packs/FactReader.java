package yibao.kiosk.packs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yibao.kiosk.catalog.Fact;

/** Reads what conditions may ask about. */
final class FactReader {

  private static final List<Fact.Option> YES_NO =
      List.of(new Fact.Option("true", "是"), new Fact.Option("false", "否"));

  private FactReader() {}

  /** The facts under a file's key {@code facts}. */
  static Map<String, Fact> read(Entry root) {
    var facts = new LinkedHashMap<String, Fact>();
    root.get("facts")
        .ifPresent(
            entry -> entry.members().forEach((name, fact) -> facts.put(name, fact(name, fact))));
    return facts;
  }

  private static Fact fact(String name, Entry entry) {
    var source =
        entry
            .text("source")
            .flatMap(word -> Words.find(Fact.Source.class, Fact.Source::key, word))
            .orElse(Fact.Source.CITIZEN);
    Optional<List<Fact.Option>> options =
        entry
            .get("options")
            .map(
                all ->
                    all.members().entrySet().stream()
                        .map(one -> new Fact.Option(one.getKey(), one.getValue().text().orElse("")))
                        .toList());
    return new Fact(name, source, entry.text("question").orElse(""), options.orElse(YES_NO));
  }
}
