package yibao.kiosk.packs;

import java.util.ArrayList;
import java.util.List;
import yibao.kiosk.catalog.Principal;

/** Reads {@code principals.yaml}: for whom somebody may come, as what, and with which proofs. */
final class PrincipalReader {

  /** The file's name, in a region's folder and in the shared one. */
  static final String FILE = "principals.yaml";

  private final MaterialReader materials;

  PrincipalReader(MaterialReader materials) {
    this.materials = materials;
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
        materials.read(entry.get("materials").orElse(entry)));
  }
}
