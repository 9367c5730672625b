package yibao.devices.sscard;

import java.util.Arrays;
import yibao.devices.Device;
import yibao.devices.port.PortException;
import yibao.devices.smartcard.CardLostException;
import yibao.devices.smartcard.CardSlot;

/** A slot for social-security cards, with contacts or without. Belongs to one thread. */
public final class SocialSecurityReader implements Device {
  private final CardSlot slot;

  /**
   * @param slot closed with the reader
   */
  public SocialSecurityReader(CardSlot slot) {
    this.slot = slot;
  }

  /**
   * Whether a card is in the slot.
   *
   * @throws PortException when the reader is gone
   */
  public boolean cardPresent() throws PortException {
    return slot.cardPresent();
  }

  /**
   * Reads the card in the slot.
   *
   * @throws PortException when the reader is gone
   */
  public SocialSecurityReading read() throws PortException {
    if (!slot.cardPresent()) {
      return new SocialSecurityReading.NoCard();
    }
    try {
      return slot.withCard(card -> new SocialSecurityChip(card).read());
    } catch (CardLostException e) {
      return new SocialSecurityReading.Mute();
    }
  }

  /**
   * Shows the card in the slot its holder's PIN. A wrong one uses up a try.
   *
   * @param cardNumber of the card that was read before; another card is not tried
   * @param digits four to twelve digits; overwritten afterwards
   * @throws PortException when the reader is gone
   */
  public PinResult verifyPin(String cardNumber, char[] digits) throws PortException {
    try {
      if (!slot.cardPresent()) {
        return new PinResult.NoCard();
      }
      return slot.withCard(
          card -> {
            SocialSecurityChip chip = new SocialSecurityChip(card);
            // Reading selects the application that holds the PIN.
            return chip.read() instanceof SocialSecurityReading.Read(SocialSecurityCard there)
                    && there.cardNumber().equals(cardNumber)
                ? chip.verifyPin(digits)
                : new PinResult.NoCard();
          });
    } catch (CardLostException e) {
      return new PinResult.NoCard();
    } finally {
      Arrays.fill(digits, '0');
    }
  }

  @Override
  public boolean lost() {
    return slot.lost();
  }

  @Override
  public void close() {
    slot.close();
  }
}
