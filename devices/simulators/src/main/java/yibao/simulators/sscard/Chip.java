package yibao.simulators.sscard;

/** A card's chip: one command, one response (ISO/IEC 7816-4). */
public interface Chip {
  /** The answer to reset. */
  byte[] answerToReset();

  /** The card was powered on or reset: whatever was selected is forgotten. */
  void reset();

  /** The response to a command APDU, with its two status bytes. */
  byte[] transmit(byte[] command);
}
