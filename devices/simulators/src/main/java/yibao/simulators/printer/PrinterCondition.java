package yibao.simulators.printer;

import yibao.simulators.printer.ReceiptPrinterSimulator.Paper;

/** What is right and wrong with the printer, as its status bytes tell it. */
final class PrinterCondition {
  private static final int FIXED = 0x12;

  Paper paper = Paper.FULL;
  boolean coverOpen;
  boolean powered = true;
  boolean cutterError;
  boolean unrecoverable;
  boolean overheated;

  boolean error() {
    return cutterError || unrecoverable || overheated || paper == Paper.JAMMED;
  }

  boolean online() {
    return powered && !coverOpen && paper != Paper.OUT && !error();
  }

  /** The answer to DLE EOT n; -1 for an n the printer does not know. */
  int realTimeStatus(int n) {
    return switch (n) {
      case 1 -> FIXED | bit(3, !online());
      case 2 -> FIXED | bit(2, coverOpen) | bit(5, paper == Paper.OUT) | bit(6, error());
      case 3 ->
          FIXED
              | bit(2, paper == Paper.JAMMED)
              | bit(3, cutterError)
              | bit(5, unrecoverable)
              | bit(6, overheated);
      case 4 -> FIXED | (paper == Paper.LOW ? 0x0C : 0) | (paper == Paper.OUT ? 0x60 : 0);
      default -> -1;
    };
  }

  /** The four bytes of the automatic status. */
  byte[] automaticStatus() {
    int first = 0x10 | bit(3, !online()) | bit(5, coverOpen);
    int second =
        bit(2, paper == Paper.JAMMED)
            | bit(3, cutterError)
            | bit(5, unrecoverable)
            | bit(6, overheated);
    return new byte[] {(byte) first, (byte) second, (byte) sensor(), 0x0F};
  }

  /** The answer to GS r 1. */
  int sensor() {
    return (paper == Paper.LOW ? 0x03 : 0) | (paper == Paper.OUT ? 0x0F : 0);
  }

  private static int bit(int position, boolean set) {
    return set ? 1 << position : 0;
  }
}
