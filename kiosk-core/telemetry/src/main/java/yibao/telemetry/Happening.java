package yibao.telemetry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can happen on a terminal; nothing of it says to whom. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Happening.DeviceChanged.class, name = "deviceChanged"),
  @JsonSubTypes.Type(value = Happening.VisitEnded.class, name = "visitEnded"),
  @JsonSubTypes.Type(value = Happening.Counted.class, name = "counted"),
  @JsonSubTypes.Type(value = Happening.FilingsWaitTooLong.class, name = "filingsWaitTooLong"),
  @JsonSubTypes.Type(value = Happening.DayDiffers.class, name = "dayDiffers"),
  @JsonSubTypes.Type(value = Happening.StoreFault.class, name = "storeFault"),
  @JsonSubTypes.Type(value = Happening.PrintUnknown.class, name = "printUnknown"),
  @JsonSubTypes.Type(value = Happening.OrderAnswered.class, name = "orderAnswered"),
  @JsonSubTypes.Type(value = Happening.OrderForged.class, name = "orderForged"),
  @JsonSubTypes.Type(value = Happening.LogPulled.class, name = "logPulled"),
  @JsonSubTypes.Type(value = Happening.DefaultsAnswered.class, name = "defaultsAnswered")
})
public sealed interface Happening {

  /** A device is otherwise than before; words as in {@link Message.Device}. */
  record DeviceChanged(String device, String state, Optional<String> paper, Optional<String> cause)
      implements Happening {}

  /**
   * A visit is over.
   *
   * @param item printed number of the item it was for; absent where none was chosen
   * @param name the item's name as its list prints it
   * @param reachedEnd whether the visit got to an answer, a result or a paper
   * @param lastStep kind of the last step before the end, e.g. {@code question}
   * @param seconds how long it took
   * @param waited how many seconds of it people waited for an answer, a check or a submission;
   *     absent from older terminals
   */
  record VisitEnded(
      Optional<Integer> item,
      Optional<String> name,
      boolean reachedEnd,
      String lastStep,
      int seconds,
      Optional<Integer> waited)
      implements Happening {}

  /**
   * What was counted in a stretch of time.
   *
   * @param counts by name, e.g. {@code card.read}; only what is not zero
   */
  record Counted(Instant from, Instant to, SortedMap<String, Long> counts) implements Happening {
    public Counted(Instant from, Instant to, SortedMap<String, Long> counts) {
      this.from = from;
      this.to = to;
      this.counts = new TreeMap<>((Map<String, Long>) counts);
    }
  }

  /** Filings have waited for the platform longer than they should. */
  record FilingsWaitTooLong(int waiting, Instant oldest) implements Happening {}

  /** A day's filings are not the same here and in the platform's book. */
  record DayDiffers(LocalDate day, int differences) implements Happening {}

  /**
   * The terminal's disk did not take or keep what it should.
   *
   * @param code stable code of the fault
   */
  record StoreFault(String code) implements Happening {}

  /** A printer did not say whether a paper came out; somebody should look. */
  record PrintUnknown(String device, String code) implements Happening {}

  /**
   * What became of an order.
   *
   * @param order the order's number
   * @param outcome how it ended
   * @param cause stable code of why it did not end well
   */
  record OrderAnswered(long order, Outcome outcome, Optional<String> cause) implements Happening {
    /** How an order ended. */
    public enum Outcome {
      /** It is done, seen by the terminal. */
      done,
      /** It was not begun. */
      refused,
      /** It was begun and did not come off. */
      failed
    }
  }

  /**
   * What the terminal's program wrote down last, as an order asked for. Holds the program's own
   * words, none of what they were filled with.
   *
   * @param order the order's number
   * @param lines the oldest first
   */
  record LogPulled(long order, List<LogLine> lines) implements Happening {
    /** Lines at most. */
    public static final int MOST_LINES = 100;

    /** Characters of a line at most. */
    public static final int LONGEST_LINE = 200;

    public LogPulled {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of the log.
   *
   * @param at when it was written
   * @param level {@code info, warning, error}
   * @param source the part of the program, the last word of its class's name
   * @param text what it says, without the values
   */
  record LogLine(Instant at, String level, String source, String text) {}

  /**
   * Something came where orders come and was not the hall's.
   *
   * @param times how often since it was told last
   */
  record OrderForged(long times) implements Happening {}

  /**
   * What became of the hall's defaults.
   *
   * @param number the number of the defaults
   * @param outcome whether the terminal goes by them
   */
  record DefaultsAnswered(long number, Outcome outcome) implements Happening {
    /** How it went. */
    public enum Outcome {
      /** They hold from the next start on. */
      taken,
      /** They cannot be used with this terminal's configuration; its doctor says why. */
      refused,
      /** The terminal did not start with them and is back at those before. */
      rolledBack
    }
  }
}
