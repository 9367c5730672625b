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

/**
 * Puts together how the terminal is, from the parts that know; for its hall and for its own staff.
 */
public final class StateOfTerminal {
  private static final int MOST_PARKED = 100;
  private static final int MOST_RATINGS = 16;
  private static final int LONGEST_REMEDY = 200;

  private final About about;
  private final Devices devices;
  private final Filings filings;
  private final Supplier<Optional<Message.Closed>> doors;
  private final Supplier<Optional<Message.Help>> help;
  private final Supplier<List<Message.BadRating>> ratings;
  private final Supplier<List<String>> concerns;

  /**
   * What does not change while the service runs.
   *
   * @param hallName name of the hall as people read it
   * @param region id of the region
   * @param software version of this program
   * @param startedAt when it was started
   */
  public record About(String hallName, String region, String software, Instant startedAt) {}

  /**
   * How it is, from these parts.
   *
   * @param doors why the terminal takes no visits, where it takes none
   * @param help the citizen's call for staff
   * @param ratings bad ratings that staff still have to see to, the most urgent first
   * @param concerns what the terminal found wrong with itself, in the schema's words
   */
  public StateOfTerminal(
      About about,
      Devices devices,
      Filings filings,
      Supplier<Optional<Message.Closed>> doors,
      Supplier<Optional<Message.Help>> help,
      Supplier<List<Message.BadRating>> ratings,
      Supplier<List<String>> concerns) {
    this.about = about;
    this.devices = devices;
    this.filings = filings;
    this.doors = doors;
    this.help = help;
    this.ratings = ratings;
    this.concerns = concerns;
  }

  /**
   * What the disk holds that staff should know of.
   *
   * @param filings what is not settled
   * @param ratings bad ones that are not seen to
   */
  public record OnDisk(Message.FilingCounts filings, List<Message.BadRating> ratings) {}

  /** Asks the disk. */
  public OnDisk onDisk() {
    return new OnDisk(
        new Message.FilingCounts(filings.waiting(), filings.parked(MOST_PARKED).size()),
        ratings.get().stream().limit(MOST_RATINGS).toList());
  }

  /**
   * How it is now; answers at once.
   *
   * @param visitUnderWay whether somebody is using it
   * @param reportsLost how many reports had to be thrown away for want of room
   */
  public Message.State at(Instant now, boolean visitUnderWay, OnDisk disk, long reportsLost) {
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
        concerns.get(),
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
