package yibao.devices.printer;

/** One thing a printer says; which kind it is shows in the bits of its first byte. */
sealed interface PrinterAnswer {
  /** The answer to DLE EOT n; it does not say to which n. */
  record RealTime(int status) implements PrinterAnswer {}

  /** A status sent without being asked. */
  record Automatic(PrinterStatus status) implements PrinterAnswer {}

  /** The answer to GS r: bits 0 and 1 near end, 2 and 3 end. */
  record Sensor(int value) implements PrinterAnswer {}

  /**
   * The answer to GS ( H: everything before it has been printed.
   *
   * @param id the four characters that were sent
   */
  record ProcessId(String id) implements PrinterAnswer {}

  /** A text about the printer, by GS I. */
  record Text(String text) implements PrinterAnswer {}

  /** Something well-formed that we did not ask for. */
  record Other() implements PrinterAnswer {}
}
