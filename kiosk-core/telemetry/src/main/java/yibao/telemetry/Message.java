package yibao.telemetry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is said; the shapes of {@code telemetry-1.schema.json}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.State.class, name = "state"),
  @JsonSubTypes.Type(value = Message.Gone.class, name = "gone"),
  @JsonSubTypes.Type(value = Message.Report.class, name = "report"),
  @JsonSubTypes.Type(value = Message.Taken.class, name = "taken"),
  @JsonSubTypes.Type(value = Message.Command.class, name = "command"),
  @JsonSubTypes.Type(value = Message.Defaults.class, name = "defaults")
})
public sealed interface Message {

  /** The version of the shapes below; a message of another one is not read. */
  int VERSION = 1;

  /** Version of the message's shape. */
  int version();

  /**
   * How a terminal is; the whole of it, each time.
   *
   * @param sentAt by the terminal's clock
   * @param startedAt when its service was started
   * @param hallName name of the hall as people read it
   * @param region id of the region whose list it offers
   * @param software version of its program
   * @param visitUnderWay whether somebody is using it
   * @param closed why it takes no visits; absent while it serves
   * @param help somebody calls for staff; absent while nobody does
   * @param filings what its journal holds that is not settled
   * @param ratings bad ratings that staff still have to see to, the most urgent first, sixteen at
   *     most
   * @param concerns what it found wrong with itself: {@code devices-changed} something is plugged
   *     in that no technician accepted, {@code not-ready} its last self-test found a fault
   * @param reportsLost how many reports it had to throw away for want of room
   */
  record State(
      int version,
      Instant sentAt,
      Instant startedAt,
      String hallName,
      String region,
      String software,
      boolean visitUnderWay,
      Optional<Closed> closed,
      Optional<Help> help,
      List<Device> devices,
      FilingCounts filings,
      List<BadRating> ratings,
      List<String> concerns,
      long reportsLost)
      implements Message {

    public State {
      devices = List.copyOf(devices);
      // Not told by whoever has none.
      ratings = ratings == null ? List.of() : List.copyOf(ratings);
      concerns = concerns == null ? List.of() : List.copyOf(concerns);
    }
  }

  /**
   * Why a terminal takes no visits.
   *
   * @param why which doors are shut
   * @param reason in a few words, at most 60 characters; "" where there is nothing to add
   * @param until when it is over, as far as it is known
   */
  record Closed(Why why, String reason, Optional<Instant> until) {
    /** Which doors are shut. */
    public enum Why {
      /** The hall's, by its hours. */
      hours,
      /** The terminal's, by its staff. */
      staff
    }
  }

  /**
   * A citizen's call for staff.
   *
   * @param since when it was made
   * @param by staff number of whoever is coming
   */
  record Help(Instant since, Optional<String> by) {}

  /**
   * How a device is.
   *
   * @param name e.g. {@code id-card}
   * @param state in the words of CEN XFS4IoT, e.g. {@code online}
   * @param paper {@code full, low, out, jammed, unknown}; printers only
   * @param cause stable code of why it is not online
   * @param remedy what staff or a technician should do, in Chinese
   * @param since since when it is so
   */
  record Device(
      String name,
      String state,
      Optional<String> paper,
      Optional<String> cause,
      Optional<String> remedy,
      Instant since) {}

  /**
   * Filings that are not settled.
   *
   * @param waiting the platform has not answered
   * @param parked staff must look
   */
  record FilingCounts(int waiting, int parked) {}

  /**
   * A bad rating 差评 on its way to its end; nothing of it says whose.
   *
   * @param task its number at the terminal
   * @param item printed number of the item it is about
   * @param name the item's name as its list prints it; absent from older terminals
   * @param dueOn the last day to see to it
   * @param owner staff number of whoever does
   * @param remedied whether it was put right and waits for a supervisor's check
   */
  record BadRating(
      long task,
      int item,
      Optional<String> name,
      LocalDate dueOn,
      Optional<String> owner,
      boolean remedied) {}

  /**
   * A terminal is not connected any more; the last will says so for one that could not.
   *
   * @param why whether it was stopped in order
   */
  record Gone(int version, Why why) implements Message {
    /** How it went. */
    public enum Why {
      /** Its connection ended without a word. */
      lost,
      /** It was stopped in order. */
      stopped
    }
  }

  /**
   * Something that happened, sent again until it is taken.
   *
   * @param source which run of numbers this is: 16 hexadecimal digits, new with each new outbox
   * @param number from 1, growing; source and number name a report for ever
   * @param at when it happened, by the terminal's clock
   */
  record Report(int version, String source, long number, Instant at, Happening happening)
      implements Message {}

  /** These reports are on the monitor's disk. */
  record Taken(int version, String source, List<Long> numbers) implements Message {
    public Taken {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * An order, as it was signed.
   *
   * @param order the order's JSON, base64
   * @param signature Ed25519 over that JSON, base64
   */
  record Command(int version, String order, String signature) implements Message {}

  /**
   * A hall's defaults, as they were signed.
   *
   * @param defaults the JSON of {@link HallDefaults}, base64
   * @param signature Ed25519 over that JSON, base64
   */
  record Defaults(int version, String defaults, String signature) implements Message {}
}
