package yibao.kiosk.journey.visit;

import yibao.kiosk.hardware.IdCardStation;
import yibao.kiosk.hardware.ScanStation;
import yibao.kiosk.hardware.SocialSecurityStation;

/**
 * Where credentials are shown. A reader this terminal does not have is there and never hears
 * anything.
 *
 * @param idCards where identity cards are laid
 * @param ssCards the slot for social-security cards
 * @param codes whatever reads QR codes
 */
public record Readers(IdCardStation idCards, SocialSecurityStation ssCards, ScanStation codes) {

  /** Whether a card was left behind, as far as the readers can tell. */
  public boolean cardLeft() {
    return idCards.cardPresent() || ssCards.cardPresent();
  }
}
