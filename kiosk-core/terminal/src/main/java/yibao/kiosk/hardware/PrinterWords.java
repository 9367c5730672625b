package yibao.kiosk.hardware;

import java.util.Optional;
import yibao.devices.printer.Paper;
import yibao.devices.printer.PrinterFault;

/** What drivers say of a printer, in the words of this package. */
final class PrinterWords {
  private PrinterWords() {}

  /** How a printer is that reports this paper, and this obstacle if any. */
  static Health health(Paper paper, Optional<PrinterFault> obstacle) {
    Optional<PaperState> supply = Optional.of(paper(paper));
    return obstacle
        .map(fault -> new Health(state(fault), supply, Optional.of(fault)))
        .orElse(new Health(DeviceState.ONLINE, supply, Optional.empty()));
  }

  /** What became of something printed. */
  static PrintOutcome outcome(yibao.devices.printer.PrintOutcome outcome) {
    return switch (outcome) {
      case yibao.devices.printer.PrintOutcome.Printed() -> new PrintOutcome.Printed();
      case yibao.devices.printer.PrintOutcome.NotPrinted(PrinterFault cause) ->
          new PrintOutcome.NotPrinted(cause.code());
      case yibao.devices.printer.PrintOutcome.Partly(PrinterFault cause) ->
          new PrintOutcome.Partly(cause.code());
      case yibao.devices.printer.PrintOutcome.Unknown(PrinterFault cause) ->
          new PrintOutcome.Unknown(cause.code());
    };
  }

  private static DeviceState state(PrinterFault fault) {
    return switch (fault) {
      case PAPER_OUT, PAPER_JAMMED, COVER_OPEN, TONER_OUT -> DeviceState.USER_ERROR;
      case CUTTER, UNRECOVERABLE, REFUSED, ABORTED -> DeviceState.HARDWARE_ERROR;
      case OVERHEATED, BUSY -> DeviceState.DEVICE_BUSY;
      case OFFLINE, SILENT, STALLED, UNPROVEN -> DeviceState.OFFLINE;
      case LINE_LOST -> DeviceState.NO_DEVICE;
    };
  }

  private static PaperState paper(Paper paper) {
    return switch (paper) {
      case FULL -> PaperState.FULL;
      case LOW -> PaperState.LOW;
      case OUT -> PaperState.OUT;
      case JAMMED -> PaperState.JAMMED;
      case UNKNOWN -> PaperState.UNKNOWN;
    };
  }
}
