package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import yibao.kiosk.catalog.Witnessing;

/**
 * Reads {@code witness.yaml}: what staff have to see with their own eyes before a filing goes on.
 */
final class WitnessReader {

  /** The file's name, in a region's folder and in the shared one. */
  static final String FILE = "witness.yaml";

  private final Set<String> principals;

  /**
   * A reader.
   *
   * @param principals ids a rule may name
   */
  WitnessReader(Set<String> principals) {
    this.principals = Set.copyOf(principals);
  }

  List<Witnessing> read(Entry root) {
    var all = new ArrayList<Witnessing>();
    root.get("witness")
        .ifPresent(rules -> rules.members().forEach((id, entry) -> all.add(witnessing(id, entry))));
    return all;
  }

  private Witnessing witnessing(String id, Entry entry) {
    Set<String> named = new HashSet<>(entry.texts("principals"));
    named.stream()
        .filter(principal -> !principals.contains(principal))
        .forEach(
            unknown -> entry.fault("principals.yaml 里没有“%s”".formatted(unknown), "改正拼写，或在那里加上它"));
    return new Witnessing(
        id,
        entry
            .text("at")
            .flatMap(word -> Words.find(Witnessing.At.class, Witnessing.At::key, word))
            .orElse(Witnessing.At.PRINCIPAL),
        named,
        entry.text("document"),
        entry.text("name").orElse(""),
        entry.texts("look"));
  }
}
