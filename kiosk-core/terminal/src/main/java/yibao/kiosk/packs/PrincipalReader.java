package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yibao.kiosk.catalog.Principal;

/** Reads {@code principals.yaml}: for whom somebody may come, as what, and with which proofs. */
final class PrincipalReader {

  /** The file's name, in a region's folder and in the shared one. */
  static final String FILE = "principals.yaml";

  private final MaterialReader materials;
  private final Set<String> facts;

  PrincipalReader(MaterialReader materials, Set<String> facts) {
    this.materials = materials;
    this.facts = Set.copyOf(facts);
  }

  List<Principal> read(Entry root) {
    var principals = new ArrayList<Principal>();
    root.get("principals")
        .ifPresent(
            all -> all.members().forEach((id, entry) -> principals.add(principal(id, entry))));
    return principals;
  }

  private Principal principal(String id, Entry entry) {
    var relations = new ArrayList<Principal.Relation>();
    entry
        .get("relations")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (word, label) ->
                            relations.add(new Principal.Relation(word, label.text().orElse("")))));
    return new Principal(
        id,
        entry.text("label").orElse(""),
        entry
            .text("shows")
            .flatMap(word -> Words.find(Principal.Shows.class, Principal.Shows::key, word))
            .orElse(Principal.Shows.CARD),
        entry.text("age").filter("child"::equals).isPresent(),
        entry.text("dead").filter("true"::equals).isPresent(),
        relations,
        materials.read(entry.get("materials").orElse(entry)),
        settles(entry),
        fills(entry));
  }

  private Map<String, String> settles(Entry entry) {
    Map<String, String> settles = new HashMap<>();
    entry
        .get("settles")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (fact, value) -> {
                          if (!facts.contains(fact)) {
                            value.fault("事实“%s”没有定义".formatted(fact), "在 facts 里定义它的问题和取值，或改正拼写");
                          }
                          value.text().ifPresent(word -> settles.put(fact, word));
                        }));
    return settles;
  }

  private static Map<String, Principal.Said> fills(Entry entry) {
    Map<String, Principal.Said> fills = new HashMap<>();
    entry
        .get("fills")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (field, said) ->
                            said.text()
                                .flatMap(
                                    word ->
                                        Words.find(Principal.Said.class, Principal.Said::key, word))
                                .ifPresent(what -> fills.put(field, what))));
    return fills;
  }
}
