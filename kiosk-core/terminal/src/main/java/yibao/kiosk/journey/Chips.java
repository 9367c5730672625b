package yibao.kiosk.journey;

import java.util.Optional;
import yibao.kiosk.identity.IdentityDocument;
import yibao.kiosk.identity.Masking;
import yibao.kiosk.journey.view.View;

/** What every screen shows around its step. */
final class Chips {

  private Chips() {}

  static Optional<View.PersonChip> person(Visit visit) {
    return visit.document().map(Chips::of);
  }

  private static View.PersonChip of(IdentityDocument document) {
    String number = document.number();
    return new View.PersonChip(
        Masking.name(document.name()), number.substring(Math.max(0, number.length() - 4)));
  }

  static Optional<View.ItemChip> item(Visit visit) {
    return visit
        .item()
        .map(item -> new View.ItemChip(item.seq(), item.name(), item.printed().category().name()));
  }
}
