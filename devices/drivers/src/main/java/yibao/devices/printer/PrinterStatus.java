package yibao.devices.printer;

import java.util.Optional;

/**
 * What a printer says about itself (ESC/POS, DLE EOT 1 to 4 or automatic status back).
 *
 * @param offline prints nothing at present
 * @param coverOpen the cover is open
 * @param mechanicalError something is jammed; recoverable
 * @param cutterError the knife is jammed
 * @param unrecoverable only a repair helps
 * @param overheated the head cools down by itself
 * @param paper the roll
 */
public record PrinterStatus(
    boolean offline,
    boolean coverOpen,
    boolean mechanicalError,
    boolean cutterError,
    boolean unrecoverable,
    boolean overheated,
    Paper paper) {

  /** From the four answers to DLE EOT 1, 2, 3 and 4. */
  static PrinterStatus ofRealTime(int printer, int cause, int error, int roll) {
    boolean mechanical = bit(error, 2);
    boolean stoppedByPaperEnd = bit(cause, 5);
    return new PrinterStatus(
        bit(printer, 3),
        bit(cause, 2),
        mechanical,
        bit(error, 3),
        bit(error, 5),
        bit(error, 6),
        paper(stoppedByPaperEnd || (roll & 0x60) != 0, (roll & 0x0C) != 0, mechanical));
  }

  /** From the four bytes of an automatic status (GS a). */
  static PrinterStatus ofAutomatic(int first, int second, int third) {
    boolean mechanical = bit(second, 2);
    return new PrinterStatus(
        bit(first, 3),
        bit(first, 5),
        mechanical,
        bit(second, 3),
        bit(second, 5),
        bit(second, 6),
        paper((third & 0x0C) != 0, (third & 0x03) != 0, mechanical));
  }

  /** What keeps the printer from printing; empty when nothing does. */
  public Optional<PrinterFault> obstacle() {
    if (unrecoverable) {
      return Optional.of(PrinterFault.UNRECOVERABLE);
    }
    if (cutterError) {
      return Optional.of(PrinterFault.CUTTER);
    }
    if (paper == Paper.JAMMED) {
      return Optional.of(PrinterFault.PAPER_JAMMED);
    }
    if (coverOpen) {
      return Optional.of(PrinterFault.COVER_OPEN);
    }
    if (paper == Paper.OUT) {
      return Optional.of(PrinterFault.PAPER_OUT);
    }
    if (overheated) {
      return Optional.of(PrinterFault.OVERHEATED);
    }
    return offline ? Optional.of(PrinterFault.OFFLINE) : Optional.empty();
  }

  private static Paper paper(boolean end, boolean nearEnd, boolean jammed) {
    if (jammed) {
      return Paper.JAMMED;
    }
    if (end) {
      return Paper.OUT;
    }
    return nearEnd ? Paper.LOW : Paper.FULL;
  }

  private static boolean bit(int value, int position) {
    return (value >> position & 1) == 1;
  }
}
