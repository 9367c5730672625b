package yibao.kiosk.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import yibao.kiosk.filing.Filings;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.Devices;
import yibao.kiosk.hardware.PaperState;
import yibao.telemetry.Message;

/** Puts together how the terminal is, from the parts that know. */
final class StateOfTerminal {
  private static final int MOST_PARKED = 100;
  private static final int MOST_RATINGS = 16;
  private static final int LONGEST_REMEDY = 200;

  private final About about;
  private final Devices devices;
  private final Filings filings;
  private final Supplier<Optional<Message.Closed>> doors;
  private final Supplier<Optional<Message.Help>> help;
  private final Supplier<List<Message.BadRating>> ratings;

  /**
   * What does not change while the service runs.
   *
   * @param hallName name of the hall as people read it
   * @param region id of the region
   * @param software version of this program
   * @param startedAt when it was started
   */
  record About(String hallName, String region, String software, Instant startedAt) {}

  StateOfTerminal(
      About about,
      Devices devices,
      Filings filings,
      Supplier<Optional<Message.Closed>> doors,
      Supplier<Optional<Message.Help>> help,
      Supplier<List<Message.BadRating>> ratings) {
    this.about = about;
    this.devices = devices;
    this.filings = filings;
    this.doors = doors;
    this.help = help;
    this.ratings = ratings;
  }

  /**
   * What the disk holds that staff should know of.
   *
   * @param filings what is not settled
   * @param ratings bad ones that are not seen to
   */
  record OnDisk(Message.FilingCounts filings, List<Message.BadRating> ratings) {}

  /** Asks the disk. */
  OnDisk onDisk() {
    return new OnDisk(
        new Message.FilingCounts(filings.waiting(), filings.parked(MOST_PARKED).size()),
        ratings.get().stream().limit(MOST_RATINGS).toList());
  }

  Message.State at(Instant now, boolean visitUnderWay, OnDisk disk, long reportsLost) {
    return new Message.State(
        Message.VERSION,
        now,
        about.startedAt(),
        about.hallName(),
        about.region(),
        about.software(),
        visitUnderWay,
        doors.get(),
        help.get(),
        lines(devices.statuses()),
        disk.filings(),
        disk.ratings(),
        reportsLost);
  }

  static List<Message.Device> lines(List<DeviceStatus> statuses) {
    return statuses.stream()
        .map(
            status ->
                new Message.Device(
                    status.name().key(),
                    status.state().key(),
                    status.paper().map(PaperState::key),
                    status.cause(),
                    status.remedy().map(StateOfTerminal::clipped),
                    status.since()))
        .toList();
  }

  private static String clipped(String remedy) {
    return remedy.substring(0, Math.min(LONGEST_REMEDY, remedy.length()));
  }
}
