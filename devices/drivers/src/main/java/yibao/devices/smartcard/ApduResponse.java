package yibao.devices.smartcard;

import java.util.Arrays;

/**
 * A card's response.
 *
 * @param data possibly empty
 * @param status the two status bytes as one number, such as 0x9000
 */
public record ApduResponse(byte[] data, int status) {
  /** All went well. */
  public static final int OK = 0x9000;

  private static final int MORE_DATA = 0x61;
  private static final int WRONG_LENGTH = 0x6C;
  private static final byte GET_RESPONSE = (byte) 0xC0;
  private static final int MOST_FOLLOW_UPS = 16;

  /**
   * Sends a command and does what a T=0 card asks for: fetches the data it announces (61 xx),
   * repeats with the length it names (6C xx).
   */
  public static ApduResponse exchange(ApduChannel card, byte[] command) throws CardLostException {
    ApduResponse response = of(card.transmit(command));
    byte[] data = response.data();
    for (int i = 0; i < MOST_FOLLOW_UPS; i++) {
      int length = response.status() & 0xFF;
      if (response.status() >> 8 == MORE_DATA) {
        response = of(card.transmit(new byte[] {0, GET_RESPONSE, 0, 0, (byte) length}));
        data = joined(data, response.data());
      } else if (response.status() >> 8 == WRONG_LENGTH) {
        byte[] again = command.clone();
        again[again.length - 1] = (byte) length;
        response = of(card.transmit(again));
        data = response.data();
      } else {
        break;
      }
    }
    return new ApduResponse(data, response.status());
  }

  /** Whether all went well. */
  public boolean ok() {
    return status == OK;
  }

  /** The status only: the data are a person's. */
  @Override
  public String toString() {
    return "ApduResponse[%04X, %d bytes]".formatted(status, data.length);
  }

  private static ApduResponse of(byte[] response) throws CardLostException {
    if (response.length < 2) {
      throw new CardLostException("the card answered without a status");
    }
    int end = response.length - 2;
    return new ApduResponse(
        Arrays.copyOf(response, end), (response[end] & 0xFF) << 8 | response[end + 1] & 0xFF);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
