package yibao.kiosk.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a material tree into what a person must bring, fill in or sign, as far as it is known. */
final class Needs {

  private final Phrases phrases;
  private final Task task;
  private final Facts known;

  Needs(Phrases phrases, Task task, Facts known) {
    this.phrases = phrases;
    this.task = task;
    this.known = known;
  }

  /** What is needed, the credential apart. */
  List<Notice.Need> of(Material material) {
    return needs(material).toList();
  }

  /** What data sharing makes unnecessary. */
  List<String> spared(Material material) {
    if (material.when().test(known) instanceof Condition.Verdict.Fails) {
      return List.of();
    }
    return switch (material) {
      case Material.AllOf all -> all.parts().stream().flatMap(p -> spared(p).stream()).toList();
      case Material.AnyOf any -> any.choices().stream().flatMap(p -> spared(p).stream()).toList();
      case Material.Leaf leaf -> isShared(leaf) ? List.of(leaf.name()) : List.of();
    };
  }

  private Stream<Notice.Need> needs(Material material) {
    if (material.when().test(known) instanceof Condition.Verdict.Fails) {
      return Stream.of();
    }
    String when = phrases.when(material.when(), known);
    return switch (material) {
      case Material.AllOf all ->
          all.parts().stream().flatMap(this::needs).map(need -> need.onlyIf(when));
      case Material.AnyOf any -> any(any).map(need -> need.onlyIf(when)).stream();
      case Material.Leaf leaf -> leaf(leaf).map(need -> need.onlyIf(when)).stream();
    };
  }

  /** Where data sharing provides one of the choices, none is needed. */
  private Optional<Notice.Need> any(Material.AnyOf any) {
    if (any.choices().stream().anyMatch(c -> c instanceof Material.Leaf leaf && isShared(leaf))) {
      return Optional.empty();
    }
    List<Notice.Need> choices =
        any.choices().stream().flatMap(choice -> choice(choice).stream()).toList();
    return choices.size() < 2
        ? choices.stream().findFirst()
        : Optional.of(new Notice.Need(any.name().orElse("下列材料"), "任选其一", choices));
  }

  /** A choice may be made of several things; they stay together. */
  private Optional<Notice.Need> choice(Material material) {
    List<Notice.Need> parts = needs(material).toList();
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default ->
          Optional.of(
              new Notice.Need(
                  String.join("和", parts.stream().map(Notice.Need::line).toList()), "", List.of()));
    };
  }

  private Optional<Notice.Need> leaf(Material.Leaf leaf) {
    boolean nothingToBring =
        switch (leaf.kind()) {
          case CREDENTIAL, SHARED_DATA -> true;
          case FORM, DOCUMENT, COMMITMENT, CONSENT, BANK_ACCOUNT, OFFICIAL_SEAL -> false;
        };
    return nothingToBring || isShared(leaf)
        ? Optional.empty()
        : Optional.of(new Notice.Need(leaf.name(), phrases.asides(leaf, task, known), List.of()));
  }

  private boolean isShared(Material.Leaf leaf) {
    return leaf.sharedWhen()
        .filter(when -> when.test(known) instanceof Condition.Verdict.Holds)
        .isPresent();
  }
}
