package yibao.kiosk.hardware;

import java.util.function.Consumer;

/** The slot for social-security cards 社会保障卡. */
public interface SocialSecurityStation {

  /**
   * Reads the card that is put in, until the subscription is closed. A card that was read is read
   * again only after it was pulled out.
   *
   * @param listener called on a virtual thread, one event after another
   */
  Devices.Subscription watch(Consumer<SocialSecurityEvent> listener);

  /**
   * Tells when the card in the slot is pulled out, at once if none is in it.
   *
   * @param listener hears {@link SocialSecurityEvent.Removed} once
   */
  Devices.Subscription watchRemoval(Consumer<SocialSecurityEvent> listener);

  /**
   * Shows the card in the slot its holder's PIN and waits, a bounded time, for what it says.
   *
   * @param cardNumber of the card that was read; another card is not tried
   * @param digits four to twelve digits; overwritten afterwards
   */
  PinCheck verifyPin(String cardNumber, char[] digits);

  /** Whether a card is in the slot, as far as the reader can tell; never waits for the reader. */
  boolean cardPresent();
}
