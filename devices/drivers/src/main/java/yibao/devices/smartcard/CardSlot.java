package yibao.devices.smartcard;

import yibao.devices.Device;
import yibao.devices.port.PortException;

/** A reader for chip cards. Belongs to one thread, like every device. */
public interface CardSlot extends Device {
  /**
   * Whether a card is in the slot.
   *
   * @throws PortException when the reader is gone
   */
  boolean cardPresent() throws PortException;

  /**
   * Powers the card and works with it; the card is reset afterwards.
   *
   * @param work what to do with the powered card
   * @throws CardLostException when the card is mute, or gone before the work is done
   * @throws PortException when the reader is gone
   */
  <R> R withCard(CardWork<R> work) throws CardLostException, PortException;

  /**
   * Something done with a powered card.
   *
   * @param <R> what comes of it
   */
  @FunctionalInterface
  interface CardWork<R> {
    /** Does it. */
    R apply(ApduChannel card) throws CardLostException;
  }
}
