package yibao.devices.smartcard;

/** The card is no longer there, or no longer answers. */
public final class CardLostException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, without anything the card said
   */
  public CardLostException(String message) {
    super(message);
  }

  /**
   * @param message what happened, without anything the card said
   * @param cause what the library below said
   */
  public CardLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
