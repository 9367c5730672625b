package yibao.kiosk.hardware;

/** The A4 printer. */
public interface DocumentStation {

  /**
   * Prints one document and waits, for a bounded time, until the printer has said how that ended.
   *
   * @param pdf the document
   * @param jobName shown on the printer's panel: never anything personal
   */
  PrintOutcome print(byte[] pdf, String jobName);
}
