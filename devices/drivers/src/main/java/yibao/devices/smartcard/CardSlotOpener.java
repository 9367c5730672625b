package yibao.devices.smartcard;

import yibao.devices.port.PortException;

/** Opens a card slot as often as it is needed. */
@FunctionalInterface
public interface CardSlotOpener {
  /**
   * Opens the slot.
   *
   * @throws PortException when there is no such reader
   */
  CardSlot open() throws PortException;
}
