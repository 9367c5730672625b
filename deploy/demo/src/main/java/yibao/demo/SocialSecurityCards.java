package yibao.demo;

import java.util.Optional;
import yibao.sandbox.people.IdentityDocument;
import yibao.sandbox.people.SandboxPerson;
import yibao.simulators.sscard.Chip;
import yibao.simulators.sscard.SocialSecurityCardContent;
import yibao.simulators.sscard.SocialSecurityCardSimulator;

/** The social-security card of an invented person. */
final class SocialSecurityCards {

  private static final String PIN = "123456";
  private static final String UNKNOWN = "97";

  private SocialSecurityCards() {}

  /** A chip that holds what is on the person's card; empty for a person without one. */
  static Optional<Chip> of(SandboxPerson person) {
    IdentityDocument holder = person.card();
    return person
        .socialSecurityCard()
        .map(
            card ->
                new SocialSecurityCardSimulator(
                    new SocialSecurityCardContent(
                        card.identification(),
                        card.organisation(),
                        card.version(),
                        card.issued(),
                        card.expires(),
                        card.number(),
                        holder.number(),
                        holder.name(),
                        holder.sex(),
                        holder.ethnic().orElse(UNKNOWN),
                        holder.birth(),
                        PIN)));
  }
}
