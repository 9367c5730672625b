package yibao.kiosk.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Our structured reading of a row; it stands beside the printed text and never replaces it.
 *
 * @param subject whom the item is for
 * @param name shown instead of a printed name that the table garbled
 * @param category shown instead of a printed 主项 that the table garbled
 * @param branches the ways it can go, in order of precedence; the last one holds always
 * @param link the name shared by the same item of different regions, with or without codes
 * @param standardCode the national 子项编码, also where the list prints none
 * @param related other items of the list one may need first or instead
 * @param search everyday words people use for it and pinyin initials, besides its name
 * @param ours what is our reading because the list does not print it, and why, by field
 * @param suspect printed cells that look wrong, and why; they are shown verbatim all the same
 */
public record Reading(
    Subject subject,
    Optional<String> name,
    Optional<String> category,
    List<Branch> branches,
    Optional<String> link,
    Optional<String> standardCode,
    List<Related> related,
    List<String> search,
    Map<String, String> ours,
    Map<Column, String> suspect) {

  public Reading {
    if (branches.isEmpty() || !branches.getLast().when().isAlways()) {
      throw new IllegalArgumentException("the last branch of a reading must hold always");
    }
    branches = List.copyOf(branches);
    related = List.copyOf(related);
    search = List.copyOf(search);
    ours = Map.copyOf(ours);
    suspect = Map.copyOf(suspect);
  }

  /** The branch that holds when no condition does. */
  public Branch otherwise() {
    return branches.getLast();
  }

  /** Which branch holds for these facts, or what must be known first to tell. */
  public Choice choose(Facts facts) {
    for (Branch branch : branches) {
      switch (branch.when().test(facts)) {
        case Condition.Verdict.Holds() -> {
          return new Choice.Chosen(branch);
        }
        case Condition.Verdict.Unknown(var missing) -> {
          return new Choice.Ask(missing);
        }
        case Condition.Verdict.Fails() -> {}
      }
    }
    throw new IllegalStateException("the last branch of a reading holds always");
  }

  /** The facts that decide which way it goes and what this way of it asks for. */
  public Set<String> asks(Branch branch) {
    Set<String> facts = new HashSet<>(Checklist.facts(branch.materials()));
    branches.forEach(way -> facts.addAll(way.when().wanted().keySet()));
    return facts;
  }

  /**
   * Another item of the same list.
   *
   * @param item its printed number
   * @param why what it has to do with this one
   * @param together whether both are handed in on one visit with the same papers 合并支付、一表受理
   * @param when of which cases that is true; of one that does not hold always, from this item to
   *     the other only
   */
  public record Related(int item, String why, boolean together, Condition when) {}

  /** What choosing a branch came to. */
  public sealed interface Choice {
    /** This branch holds. */
    record Chosen(Branch branch) implements Choice {}

    /** The first of these facts must be known before a branch can be chosen. */
    record Ask(List<String> facts) implements Choice {
      public Ask {
        facts = List.copyOf(facts);
      }
    }
  }
}
