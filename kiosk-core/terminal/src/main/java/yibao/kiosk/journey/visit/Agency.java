package yibao.kiosk.journey.visit;

import java.time.LocalDate;
import java.util.Optional;
import yibao.kiosk.identity.IdentityDocument;

/**
 * 委托办理: who stands here for whom.
 *
 * @param principal for whom
 * @param relation what the agent 代办人 is to them, in a stable word
 * @param relationLabel the same as people read it
 * @param agent the agent's identity document, once it was read
 * @param diedOn the day of death, where the principal is dead
 */
public record Agency(
    Optional<Principal> principal,
    Optional<String> relation,
    String relationLabel,
    Optional<IdentityDocument> agent,
    Optional<LocalDate> diedOn) {

  /** Name under which the last day of a written authority 授权委托书 is kept and sent. */
  public static final String AUTHORITY_UNTIL = "authorityUntil";

  /** Somebody stands here for somebody else; nothing more is known. */
  public static final Agency BEGUN =
      new Agency(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

  /** For whom. */
  public enum Principal {
    /** A grown person, whose card is here: an authority 授权委托书 is needed. */
    ADULT("adult", true, true),
    /** A child with a card: a guardian needs no authority. */
    CHILD("child", true, false),
    /** A child whose card is not here or not made yet. */
    CHILD_WITHOUT_CARD("childWithoutCard", false, false),
    /** Somebody dead, for whom an heir comes. */
    DECEASED("deceased", false, false);

    private final String key;
    private final boolean showsCard;
    private final boolean needsAuthority;

    Principal(String key, boolean showsCard, boolean needsAuthority) {
      this.key = key;
      this.showsCard = showsCard;
      this.needsAuthority = needsAuthority;
    }

    /** The word in answers and filings. */
    public String key() {
      return key;
    }

    /** Whether their card is laid down, or their number written. */
    public boolean showsCard() {
      return showsCard;
    }

    /** Whether they must have authorised the agent. */
    public boolean needsAuthority() {
      return needsAuthority;
    }

    public boolean isChild() {
      return this == CHILD || this == CHILD_WITHOUT_CARD;
    }
  }

  public Agency with(Principal whom) {
    return new Agency(Optional.of(whom), relation, relationLabel, agent, diedOn);
  }

  public Agency related(String word, String label) {
    return new Agency(principal, Optional.of(word), label, agent, diedOn);
  }

  public Agency by(IdentityDocument document) {
    return new Agency(principal, relation, relationLabel, Optional.of(document), diedOn);
  }

  public Agency died(LocalDate day) {
    return new Agency(principal, relation, relationLabel, agent, Optional.of(day));
  }

  /** Whether this number is the agent's own. */
  public boolean isAgent(String number) {
    return agent.filter(document -> document.number().equals(number)).isPresent();
  }

  /** The agent as papers name them, e.g. 李㛃（配偶）. */
  public Optional<String> onPaper() {
    return agent.map(document -> document.name() + "（" + relationLabel + "）");
  }

  @Override
  public String toString() {
    return "Agency[" + principal + "]";
  }
}
