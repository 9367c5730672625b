package yibao.kiosk.form;

import java.util.List;
import java.util.Optional;

/** What kind of answer a question takes, and its bounds. */
public sealed interface Input {

  /**
   * One of a list.
   *
   * @param options at least two
   */
  record Choice(List<Option> options) implements Input {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * One entry of a choice.
   *
   * @param value what is stored
   * @param label what is shown
   * @param hint a plain example
   */
  record Option(String value, String label, Optional<String> hint) {}

  /**
   * An administrative division.
   *
   * @param level how deep the answer must be
   * @param outsideOwnPool whether a place inside the person's own 统筹区 is refused
   */
  record Place(Level level, boolean outsideOwnPool) implements Input {
    /** Depth of a division. */
    public enum Level {
      /** 地级市 or 直辖市. */
      CITY,
      /** 县, 区. */
      COUNTY
    }
  }

  /**
   * A day.
   *
   * @param earliest bound before which no day is taken
   * @param latest bound after which no day is taken
   * @param after name of the field this day must lie behind
   */
  record Date(Optional<DayBound> earliest, Optional<DayBound> latest, Optional<String> after)
      implements Input {}

  /**
   * A day relative to today.
   *
   * @param months months added to today, may be negative
   * @param days days added after that, may be negative
   */
  record DayBound(int months, int days) {
    /** The day meant, seen from {@code today}. */
    public java.time.LocalDate from(java.time.LocalDate today) {
      return today.plusMonths(months).plusDays(days);
    }
  }

  /** A mobile number of mainland China: 11 digits, 1[3-9]…. */
  record Phone() implements Input {}

  /**
   * A run of digits, such as a number printed on a receipt.
   *
   * @param minLength least number of digits
   * @param maxLength greatest number
   */
  record Digits(int minLength, int maxLength) implements Input {}

  /**
   * Free text.
   *
   * @param minLength least number of characters, code points
   * @param maxLength greatest number
   */
  record Text(int minLength, int maxLength) implements Input {}
}
