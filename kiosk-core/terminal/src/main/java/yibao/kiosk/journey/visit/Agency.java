package yibao.kiosk.journey.visit;

import java.time.LocalDate;
import java.util.Optional;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.identity.IdentityDocument;

/**
 * 委托办理: who stands here for whom.
 *
 * @param principal for whom
 * @param relation what the agent 代办人 is to them, in a stable word
 * @param relationLabel the same as people read it
 * @param agent the agent's identity document, once it was read
 * @param diedOn the day of death, where the principal is dead
 * @param newborn name of the principal, where it is a newborn without a number
 */
public record Agency(
    Optional<Principal> principal,
    Optional<String> relation,
    String relationLabel,
    Optional<IdentityDocument> agent,
    Optional<LocalDate> diedOn,
    Optional<String> newborn) {

  /** Name under which the last day of a written authority 授权委托书 is kept and sent. */
  public static final String AUTHORITY_UNTIL = "authorityUntil";

  /** Name under which the day of birth of a newborn is kept and sent. */
  public static final String BORN_ON = "bornOn";

  /** Name under which the agent's own number is kept and sent. */
  public static final String AGENT_PHONE = "agentPhone";

  /** Somebody stands here for somebody else; nothing more is known. */
  public static final Agency BEGUN =
      new Agency(
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Agency with(Principal whom) {
    return new Agency(Optional.of(whom), relation, relationLabel, agent, diedOn, newborn);
  }

  public Agency related(String word, String label) {
    return new Agency(principal, Optional.of(word), label, agent, diedOn, newborn);
  }

  public Agency by(IdentityDocument document) {
    return new Agency(principal, relation, relationLabel, Optional.of(document), diedOn, newborn);
  }

  public Agency died(LocalDate day) {
    return new Agency(principal, relation, relationLabel, agent, Optional.of(day), newborn);
  }

  /** A newborn of this name. */
  public Agency born(String name) {
    return new Agency(principal, relation, relationLabel, agent, diedOn, Optional.of(name));
  }

  /** Nobody has come yet, or somebody else than the one whose card was read. */
  public Agency withoutAgent() {
    return new Agency(
        principal, relation, relationLabel, Optional.empty(), diedOn, Optional.empty());
  }

  /** Whether the parent who comes stands for a child that has no number of its own. */
  public boolean underParent() {
    return principal.filter(whom -> whom.shows() == Principal.Shows.BIRTH).isPresent();
  }

  /** What was said of this, once it was. */
  public Optional<String> said(Principal.Said what, Optional<String> phone) {
    return switch (what) {
      case DIED_ON -> diedOn.map(LocalDate::toString);
      case AGENT_NAME -> agent.map(IdentityDocument::name);
      case AGENT_NUMBER -> agent.map(IdentityDocument::number);
      case AGENT_RELATION -> relation;
      case AGENT_PHONE -> phone;
    };
  }

  /** Whether this number is the agent's own. */
  public boolean isAgent(String number) {
    return agent.filter(document -> document.number().equals(number)).isPresent();
  }

  /** The agent as papers name them, e.g. 李㛃（配偶）. */
  public Optional<String> onPaper() {
    return agent.map(
        document ->
            document.name()
                + "（"
                + relationLabel
                + "）"
                + newborn.map(name -> "，替新生儿" + name).orElse(""));
  }

  @Override
  public String toString() {
    return "Agency[" + principal.map(Principal::id) + "]";
  }
}
