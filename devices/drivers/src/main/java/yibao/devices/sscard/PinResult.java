package yibao.devices.sscard;

/** What a card said to a PIN. */
public sealed interface PinResult {
  /** It is right. */
  record Accepted() implements PinResult {}

  /**
   * It is wrong.
   *
   * @param triesLeft how often it may still be tried
   */
  record Wrong(int triesLeft) implements PinResult {}

  /** It was wrong too often; the issuer has to help. */
  record Blocked() implements PinResult {}

  /** The card is no longer in the slot, or another one is; no try was used up. */
  record NoCard() implements PinResult {}

  /**
   * The card takes no PIN now.
   *
   * @param status the two status bytes in hexadecimal
   */
  record Refused(String status) implements PinResult {}
}
