package yibao.kiosk.journey.visit;

import java.util.Optional;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.view.View;
import yibao.kiosk.record.InsuredPerson;

/** What every screen shows around its step. */
public final class Chips {

  private Chips() {}

  /**
   * The name as the platform spells it, once it is known: a chip may hold only its beginning, or
   * nothing of it.
   */
  public static Optional<View.PersonChip> person(Visit visit) {
    if (visit.credential().isEmpty() && visit.person().isEmpty()) {
      return visit
          .agency()
          .flatMap(Agency::agent)
          .map(a -> new View.PersonChip(Masking.name(a.name()), lastFour(a.number())));
    }
    Optional<String> name =
        visit
            .person()
            .map(InsuredPerson::name)
            .or(() -> visit.credential().flatMap(ShownCredential::holderName));
    Optional<String> number =
        visit
            .credential()
            .flatMap(ShownCredential::holderNumber)
            .or(() -> visit.person().map(InsuredPerson::certificateNumber));
    return name.map(
        known -> new View.PersonChip(Masking.name(known), number.map(Chips::lastFour).orElse("")));
  }

  /** Who stands here for somebody else. */
  public static Optional<View.AgentChip> agent(Visit visit) {
    return visit
        .agency()
        .flatMap(Agency::agent)
        .map(document -> new View.AgentChip(Masking.name(document.name()), principal(visit)));
  }

  private static Optional<String> principal(Visit visit) {
    return visit
        .agency()
        .flatMap(Agency::newborn)
        .map(Masking::name)
        .or(() -> visit.credential().flatMap(_ -> person(visit)).map(View.PersonChip::name));
  }

  private static String lastFour(String number) {
    return number.substring(Math.max(0, number.length() - 4));
  }

  public static Optional<View.ItemChip> item(Visit visit) {
    return visit
        .item()
        .map(item -> new View.ItemChip(item.seq(), item.name(), item.printed().category().name()));
  }
}
