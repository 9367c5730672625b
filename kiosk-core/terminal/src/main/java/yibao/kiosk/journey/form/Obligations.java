package yibao.kiosk.journey.form;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.catalog.Condition;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Material;

/**
 * What a citizen who brought nothing but a credential must promise so that the materials are
 * complete.
 */
public final class Obligations {

  private Obligations() {}

  /**
   * The commitments that complete the materials.
   *
   * @return ids of commitments, none where nothing is left to prove; empty where a paper is needed
   *     that no promise replaces
   */
  public static Optional<Set<String>> promises(Material material, Facts known) {
    if (material.when().test(known) instanceof Condition.Verdict.Fails) {
      return Optional.of(Set.of());
    }
    return switch (material) {
      case Material.AllOf all -> ofAll(all, known);
      case Material.AnyOf any ->
          any.choices().stream()
              .flatMap(choice -> promises(choice, known).stream())
              .min(java.util.Comparator.comparingInt(Set::size));
      case Material.Leaf leaf -> ofLeaf(leaf, known);
    };
  }

  private static Optional<Set<String>> ofAll(Material.AllOf all, Facts known) {
    Set<String> promised = new LinkedHashSet<>();
    for (Material part : all.parts()) {
      Optional<Set<String>> needed = promises(part, known);
      if (needed.isEmpty()) {
        return Optional.empty();
      }
      promised.addAll(needed.get());
    }
    return Optional.of(promised);
  }

  private static Optional<Set<String>> ofLeaf(Material.Leaf leaf, Facts known) {
    boolean shared =
        leaf.sharedWhen().filter(c -> c.test(known) instanceof Condition.Verdict.Holds).isPresent();
    if (shared) {
      return Optional.of(Set.of());
    }
    return switch (leaf.kind()) {
      case CREDENTIAL, FORM, SHARED_DATA -> Optional.of(Set.of());
      case COMMITMENT -> Optional.of(Set.of(leaf.id()));
      case DOCUMENT, CONSENT, BANK_ACCOUNT, OFFICIAL_SEAL -> leaf.standIn().map(Set::of);
    };
  }
}
