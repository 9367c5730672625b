package yibao.kiosk.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How long an item takes (办理时限). */
public sealed interface TimeLimit {

  /**
   * The last day, if the start event happens on this day; the day after is the first one counted.
   * Empty where the list promises no day, or where the event is one we cannot date: none is
   * invented.
   *
   * @param start the day of acceptance
   * @param counter counts working days
   */
  default Optional<Deadline> deadline(LocalDate start, Deadline.DayCounter counter) {
    return switch (this) {
      case Instant() -> Optional.of(new Deadline(start, true));
      case WorkingDays(int days, Start from) ->
          from.isDatedByAcceptance()
              ? Optional.of(counter.workingDays(start, days))
              : Optional.empty();
      case NaturalDays(int days, Start from) ->
          from.isDatedByAcceptance()
              ? Optional.of(new Deadline(start.plusDays(days), true))
              : Optional.empty();
      case Months(int months, Start from) ->
          from.isDatedByAcceptance()
              ? Optional.of(new Deadline(start.plusMonths(months), true))
              : Optional.empty();
      case Staged(var steps, var total) -> total.flatMap(whole -> whole.deadline(start, counter));
      case ByHospital() -> Optional.empty();
      case Unspecified() -> Optional.empty();
    };
  }

  /** 即时办结. */
  record Instant() implements TimeLimit {}

  /** So many days or months from an event. */
  sealed interface Counted extends TimeLimit {
    /** The event it counts from. */
    Start from();

    /** Its length as the lists print it, such as {@code 20个工作日}. */
    String length();
  }

  /** n 个工作日 from the start event, one or more. */
  record WorkingDays(int days, Start from) implements Counted {
    public WorkingDays {
      atLeastOne(days);
    }

    @Override
    public String length() {
      return days + "个工作日";
    }
  }

  /** n 个自然日 from the start event, one or more. */
  record NaturalDays(int days, Start from) implements Counted {
    public NaturalDays {
      atLeastOne(days);
    }

    @Override
    public String length() {
      return days + "个自然日";
    }
  }

  /** n 个月 from the start event, one or more. */
  record Months(int months, Start from) implements Counted {
    public Months {
      atLeastOne(months);
    }

    @Override
    public String length() {
      return months + "个月";
    }
  }

  /**
   * Several offices one after another, each with its own limit.
   *
   * @param steps in order
   * @param total the limit printed for the whole, where one is
   */
  record Staged(List<Step> steps, Optional<TimeLimit> total) implements TimeLimit {
    public Staged {
      steps = List.copyOf(steps);
    }
  }

  /** 医院办结: the hospital decides. */
  record ByHospital() implements TimeLimit {}

  /** 限时办结 and the like: a limit is promised, none is printed, and none is invented. */
  record Unspecified() implements TimeLimit {}

  /**
   * One office's part of a staged limit.
   *
   * @param name what it does in that time
   * @param limit how long it may take; never staged itself
   */
  record Step(String name, TimeLimit limit) {}

  /** The event a limit counts from; the first day counted is the day after. */
  enum Start {
    /** 受理. */
    ACCEPTED("accepted"),
    /** 受理结束. */
    ACCEPTANCE_ENDED("acceptanceEnded"),
    /** The agency's periodical review (每季度至少审核一次). */
    REVIEW("review"),
    /** An application through the national or provincial online channel. */
    ONLINE_APPLICATION("onlineApplication"),
    /** What the step before sent has arrived. */
    ARRIVED("arrived");

    private final String key;

    Start(String key) {
      this.key = key;
    }

    /** Whether the event is known to happen when the item is accepted. */
    boolean isDatedByAcceptance() {
      return switch (this) {
        case ACCEPTED, ACCEPTANCE_ENDED, ONLINE_APPLICATION -> true;
        case REVIEW, ARRIVED -> false;
      };
    }

    /** The word in packs, exports and the HTTP interface. */
    public String key() {
      return key;
    }
  }

  private static void atLeastOne(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("a time limit is at least one, not " + n);
    }
  }
}
