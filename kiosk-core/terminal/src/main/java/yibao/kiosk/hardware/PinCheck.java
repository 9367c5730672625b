package yibao.kiosk.hardware;

/** What became of a PIN that was shown to a social-security card. */
public sealed interface PinCheck {

  /** It is right. */
  record Right() implements PinCheck {}

  /**
   * It is wrong.
   *
   * @param triesLeft how often it may still be tried, at least once
   */
  record Wrong(int triesLeft) implements PinCheck {}

  /** It was wrong too often; the issuer has to help. */
  record Blocked() implements PinCheck {}

  /** The card is no longer in the slot, or another one is. */
  record NoCard() implements PinCheck {}

  /** The reader or the card took no PIN; whether a try was used up is not known. */
  record Failed() implements PinCheck {}
}
