package yibao.kiosk.hardware;

/** The receipt printer. */
public interface ReceiptStation {

  /**
   * Prints one receipt and waits, for a bounded time, until the printer has said how that ended.
   *
   * @param paint the bytes that paint it
   */
  PrintOutcome print(byte[] paint);
}
