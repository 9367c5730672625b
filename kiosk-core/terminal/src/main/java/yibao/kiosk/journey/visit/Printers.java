package yibao.kiosk.journey.visit;

import java.util.List;
import java.util.Optional;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceState;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.DocumentStation;
import yibao.kiosk.hardware.PaperCounts;
import yibao.kiosk.hardware.PrintOutcome;
import yibao.kiosk.hardware.ReceiptStation;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.paper.Paper;
import yibao.kiosk.paper.TakeAway;

/**
 * Where paper comes out.
 *
 * @param receipts the receipt printer
 * @param documents the A4 printer
 * @param devices tell how both are
 * @param takeAway hands papers to citizens' phones; empty where the hall does not offer that
 */
public record Printers(
    ReceiptStation receipts,
    DocumentStation documents,
    Devices devices,
    Optional<TakeAway> takeAway) {

  /** The same printers, each paper counted. */
  public Printers counting(PaperCounts counts) {
    return new Printers(counts.counting(receipts), counts.counting(documents), devices, takeAway);
  }

  /** Whether a printer for this medium would print now. */
  public boolean ready(Medium medium) {
    return status(device(medium))
        .map(DeviceStatus::state)
        .filter(state -> state == DeviceState.ONLINE || state == DeviceState.DEVICE_BUSY)
        .isPresent();
  }

  /** Whether the printer for this medium prints for somebody right now. */
  public static boolean busy(List<DeviceStatus> statuses, Medium medium) {
    return statuses.stream()
        .anyMatch(s -> s.name() == device(medium) && s.state() == DeviceState.DEVICE_BUSY);
  }

  /**
   * The medium to use of those a paper can be made for.
   *
   * @param media the dearest first
   * @return the first with a printer that is ready; else the first with a printer; else the first
   */
  public Medium choose(List<Medium> media) {
    return media.stream()
        .filter(this::ready)
        .findFirst()
        .or(() -> media.stream().filter(m -> status(device(m)).isPresent()).findFirst())
        .orElse(media.getFirst());
  }

  /** Prints a paper and waits for how that ended. */
  public PrintOutcome print(Paper paper) {
    return switch (paper) {
      case Paper.OnRoll roll -> receipts.print(roll.receipt().escPos());
      case Paper.OnA4 sheets -> documents.print(sheets.document().pdf(), sheets.title());
      case Paper.SinglePage page -> documents.print(page.pdf(), page.title());
    };
  }

  private Optional<DeviceStatus> status(DeviceName name) {
    return devices.statuses().stream().filter(s -> s.name() == name).findFirst();
  }

  private static DeviceName device(Medium medium) {
    return switch (medium) {
      case A4 -> DeviceName.A4;
      case ROLL -> DeviceName.PRINTER;
    };
  }
}
