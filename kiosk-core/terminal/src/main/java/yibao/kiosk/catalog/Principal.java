package yibao.kiosk.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For whom somebody may come 委托人、被代办人: a kind of person, and what that takes.
 *
 * @param id the word in answers and filings
 * @param label as people pick it
 * @param shows how they are identified
 * @param child whether they must be under 18
 * @param dead whether an heir comes for them
 * @param relations what an agent may be to them
 * @param proofs what entitles the agent, beside the papers of the item
 * @param settles what coming for them says of the case: the value by fact
 * @param fills which fields of forms need not be asked, by field what stands there
 */
public record Principal(
    String id,
    String label,
    Shows shows,
    boolean child,
    boolean dead,
    List<Relation> relations,
    Material proofs,
    Map<String, String> settles,
    Map<String, Said> fills) {

  public Principal {
    relations = List.copyOf(relations);
    settles = Map.copyOf(settles);
    fills = Map.copyOf(fills);
  }

  /** What is said of principal and agent before the form is begun. */
  public enum Said {
    /** The day of death. */
    DIED_ON("diedOn"),
    /** The agent's name, as their card has it. */
    AGENT_NAME("agentName"),
    /** The agent's number, as their card has it. */
    AGENT_NUMBER("agentNumber"),
    /** The word of what the agent is to them. */
    AGENT_RELATION("agentRelation"),
    /** Where the agent can be reached. */
    AGENT_PHONE("agentPhone");

    private final String key;

    Said(String key) {
      this.key = key;
    }

    /** The word in packs. */
    public String key() {
      return key;
    }
  }

  /** How a principal is identified. */
  public enum Shows {
    /** By their credential. */
    CARD("card"),
    /** By name and number, written. */
    NUMBER("number"),
    /** By name and day of birth, under the credential of the parent who comes. */
    BIRTH("birth");

    private final String key;

    Shows(String key) {
      this.key = key;
    }

    /** The word in packs. */
    public String key() {
      return key;
    }
  }

  /**
   * What an agent is to them.
   *
   * @param id the word in answers and filings
   * @param label as people read it, e.g. 配偶
   */
  public record Relation(String id, String label) {}

  /** The relation of this word. */
  public Optional<Relation> relation(String word) {
    return relations.stream().filter(relation -> relation.id().equals(word)).findFirst();
  }
}
