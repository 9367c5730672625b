package yibao.devices.smartcard;

/**
 * A way to a powered card: one command, one response (ISO/IEC 7816-4). Synchronous, and for one
 * thread.
 */
@FunctionalInterface
public interface ApduChannel {
  /**
   * Exchanges one APDU.
   *
   * @param command the whole command APDU
   * @return response data and the two status bytes
   * @throws CardLostException when the card was taken away or stopped answering
   */
  byte[] transmit(byte[] command) throws CardLostException;
}
