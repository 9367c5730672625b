package yibao.devices.sscard;

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

  @Override
  public boolean lost() {
    return slot.lost();
  }

  @Override
  public void close() {
    slot.close();
  }
}
