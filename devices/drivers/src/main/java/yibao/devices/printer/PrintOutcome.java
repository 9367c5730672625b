package yibao.devices.printer;

/** What became of a receipt. Only {@link Printed} means that a person can hold it. */
public sealed interface PrintOutcome {
  /** The printer has said that it is on paper, cut and all. */
  record Printed() implements PrintOutcome {}

  /** Not a byte of it was sent: it may be printed again without a second copy arising. */
  record NotPrinted(PrinterFault cause) implements PrintOutcome {}

  /** It was begun and certainly not finished: a piece of it may lie in the tray. */
  record Partly(PrinterFault cause) implements PrintOutcome {}

  /** It was sent whole, and the printer never said that it is on paper: somebody has to look. */
  record Unknown(PrinterFault cause) implements PrintOutcome {}
}
