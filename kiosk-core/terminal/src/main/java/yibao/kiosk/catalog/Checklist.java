package yibao.kiosk.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be handed in for a case, each requirement by itself, with the ways in which it can be
 * met.
 *
 * <p>What the credential, the form or data sharing provides is no requirement.
 *
 * @param requirements in printed order
 */
public record Checklist(List<Requirement> requirements) {

  public Checklist {
    requirements = List.copyOf(requirements);
  }

  /**
   * One thing to prove.
   *
   * @param id unique in its checklist
   * @param name what it is called as a whole
   * @param ways each of them is enough; at least one
   */
  public record Requirement(String id, String name, List<Way> ways) {
    public Requirement {
      ways = List.copyOf(ways);
    }
  }

  /**
   * One way to prove it.
   *
   * @param proofs all of them are needed; at least one
   */
  public record Way(List<Proof> proofs) {
    public Way {
      proofs = List.copyOf(proofs);
    }

    /** What the way takes, in words. */
    public String label() {
      return String.join("和", proofs.stream().map(Proof::name).toList());
    }

    /** Whether nothing but signatures is needed. */
    public boolean promisesOnly() {
      return proofs.stream().allMatch(Promise.class::isInstance);
    }

    /** Whether a terminal that can scan and knows these texts can take it. */
    public boolean possibleWith(Set<String> commitments) {
      return proofs.stream()
          .allMatch(
              proof ->
                  switch (proof) {
                    case Paper _ -> true;
                    case Promise promise -> commitments.contains(promise.id());
                    case Seal _ -> false;
                  });
    }
  }

  /** What is handed over. */
  public sealed interface Proof {

    /** What sort of thing it is; equal in all regions. */
    String id();

    /** As the list prints it. */
    String name();
  }

  /**
   * A paper.
   *
   * @param presentation what of it must be shown
   * @param note what else the list says about it; "" for nothing
   */
  public record Paper(String id, String name, Material.Presentation presentation, String note)
      implements Proof {}

  /**
   * A 承诺书 or 授权书 signed here.
   *
   * @param id the text's id
   */
  public record Promise(String id, String name) implements Proof {}

  /** 加盖单位公章, which no terminal can give. */
  public record Seal(String id, String name) implements Proof {}

  /** The checklist of a material tree; what is not known counts as needed. */
  public static Checklist of(Material material, Facts known) {
    var requirements = new ArrayList<Requirement>();
    collect(material, known, requirements);
    return new Checklist(requirements);
  }

  /** The facts on which it still depends what is needed, in the order they should be asked. */
  public static SequencedSet<String> undecided(Material material, Facts known) {
    var facts = new LinkedHashSet<String>();
    ask(material, known, facts);
    return facts;
  }

  /** Every fact the tree asks about, whatever is known, in printed order. */
  public static SequencedSet<String> facts(Material material) {
    var facts = new LinkedHashSet<String>(material.when().wanted().keySet());
    parts(material).forEach(part -> facts.addAll(facts(part)));
    return facts;
  }

  /** Every text that may have to be signed, whatever is known, in printed order. */
  public static SequencedSet<String> texts(Material material) {
    var texts = new LinkedHashSet<String>();
    if (material instanceof Material.Leaf leaf) {
      if (leaf.kind() == Material.Kind.COMMITMENT || leaf.kind() == Material.Kind.CONSENT) {
        texts.add(leaf.id());
      }
      leaf.standIn().ifPresent(texts::add);
    }
    parts(material).forEach(part -> texts.addAll(texts(part)));
    return texts;
  }

  private static List<Material> parts(Material material) {
    return switch (material) {
      case Material.AllOf all -> all.parts();
      case Material.AnyOf any -> any.choices();
      case Material.Leaf _ -> List.of();
    };
  }

  /** Whether every requirement can be met at a terminal that knows these texts. */
  public boolean possibleWith(Set<String> commitments) {
    return requirements.stream()
        .allMatch(r -> r.ways().stream().anyMatch(way -> way.possibleWith(commitments)));
  }

  private static void collect(Material material, Facts known, List<Requirement> into) {
    if (material instanceof Material.AllOf all && !fails(all, known)) {
      all.parts().forEach(part -> collect(part, known, into));
      return;
    }
    List<Way> ways = ways(material, known);
    if (ways.isEmpty() || ways.stream().anyMatch(way -> way.proofs().isEmpty())) {
      return;
    }
    String id = ways.getFirst().proofs().getFirst().id();
    long same = into.stream().filter(other -> other.id().split("~")[0].equals(id)).count();
    into.add(new Requirement(same == 0 ? id : id + "~" + (same + 1), name(material, ways), ways));
  }

  private static String name(Material material, List<Way> ways) {
    return material instanceof Material.AnyOf any && any.name().isPresent()
        ? any.name().get()
        : ways.getFirst().label();
  }

  /** No way at all where the material is not asked for, an empty one where it is given already. */
  private static List<Way> ways(Material material, Facts known) {
    if (fails(material, known)) {
      return List.of();
    }
    return switch (material) {
      case Material.AllOf all -> together(all, known);
      case Material.AnyOf any ->
          any.choices().stream().flatMap(choice -> ways(choice, known).stream()).toList();
      case Material.Leaf leaf -> leaf(leaf, known);
    };
  }

  private static List<Way> together(Material.AllOf all, Facts known) {
    List<Way> product = List.of(new Way(List.of()));
    for (Material part : all.parts()) {
      List<Way> ways = ways(part, known);
      if (!ways.isEmpty()) {
        product =
            product.stream()
                .flatMap(
                    before ->
                        ways.stream()
                            .map(
                                way ->
                                    new Way(
                                        Stream.concat(
                                                before.proofs().stream(), way.proofs().stream())
                                            .toList())))
                .toList();
      }
    }
    return product;
  }

  private static List<Way> leaf(Material.Leaf leaf, Facts known) {
    boolean shared =
        leaf.sharedWhen().filter(c -> c.test(known) instanceof Condition.Verdict.Holds).isPresent();
    if (shared) {
      return List.of(new Way(List.of()));
    }
    var ways = new ArrayList<Way>();
    switch (leaf.kind()) {
      case CREDENTIAL, FORM, SHARED_DATA, BANK_ACCOUNT -> ways.add(new Way(List.of()));
      case DOCUMENT ->
          ways.add(way(new Paper(leaf.id(), leaf.name(), leaf.presentation(), leaf.note())));
      case COMMITMENT, CONSENT -> ways.add(way(new Promise(leaf.id(), leaf.name())));
      case OFFICIAL_SEAL -> ways.add(way(new Seal(leaf.id(), leaf.name())));
    }
    leaf.standIn().ifPresent(id -> ways.add(way(new Promise(id, leaf.name()))));
    return ways;
  }

  private static Way way(Proof proof) {
    return new Way(List.of(proof));
  }

  private static void ask(Material material, Facts known, SequencedSet<String> facts) {
    switch (material.when().test(known)) {
      case Condition.Verdict.Fails() -> {}
      case Condition.Verdict.Unknown(var missing) -> facts.addAll(missing);
      case Condition.Verdict.Holds() -> {
        switch (material) {
          case Material.AllOf all -> all.parts().forEach(part -> ask(part, known, facts));
          case Material.AnyOf any -> any.choices().forEach(choice -> ask(choice, known, facts));
          case Material.Leaf _ -> {}
        }
      }
    }
  }

  private static boolean fails(Material material, Facts known) {
    return material.when().test(known) instanceof Condition.Verdict.Fails;
  }
}
