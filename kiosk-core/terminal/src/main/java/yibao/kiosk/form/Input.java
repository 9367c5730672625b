package yibao.kiosk.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** The option of this value. */
    public Optional<Option> option(String value) {
      return options.stream().filter(option -> option.value().equals(value)).findFirst();
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
   * @param notBefore name of the field this day must not lie before
   */
  record Date(
      Optional<DayBound> earliest,
      Optional<DayBound> latest,
      Optional<String> after,
      Optional<String> notBefore)
      implements Input {}

  /**
   * A month, as {@code uuuu-MM}.
   *
   * @param earliest bound in whose month the first lies
   * @param latest bound in whose month the last lies
   * @param notBefore name of the field this month must not lie before
   */
  record Month(Optional<DayBound> earliest, Optional<DayBound> latest, Optional<String> notBefore)
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

  /** A person's name: 2 to 50 characters of any script, with · between parts of a name. */
  record Name() implements Input {}

  /**
   * The citizen number of another person.
   *
   * @param youngerThan age in years they must not have reached, e.g. 18 for a child
   */
  record CitizenNumber(Optional<Integer> youngerThan) implements Input {}

  /** A bank account or card of 12 to 21 digits; one that fails Luhn is doubted, not refused. */
  record BankAccount() implements Input {}

  /**
   * An amount of money in yuan, at most two decimals, more than nothing.
   *
   * @param most greatest amount
   */
  record Money(BigDecimal most) implements Input {}

  /**
   * One of the person's filings on record that this one acts on.
   *
   * @param same the fields of the form that it must agree in, as far as they are known
   * @param eligible in which standing it must be, the first that holds
   */
  record FilingOnRecord(List<String> same, List<Eligible> eligible) implements Input {
    public FilingOnRecord {
      same = List.copyOf(same);
      eligible = List.copyOf(eligible);
    }

    /** The standings wanted for these answers. */
    public Set<Standing> wanted(Map<String, String> answers) {
      return eligible.stream()
          .filter(one -> one.when().holds(answers))
          .findFirst()
          .map(Eligible::standing)
          .orElse(Set.of());
    }

    /** Standings that are wanted after some answers. */
    public record Eligible(When when, Set<Standing> standing) {
      public Eligible {
        standing = Set.copyOf(standing);
      }
    }

    /** How a filing on record stands. */
    public enum Standing {
      /** It has effect. */
      IN_FORCE("inForce"),
      /** Its effect rests 暂停. */
      RESTING("resting");

      private final String key;

      Standing(String key) {
        this.key = key;
      }

      /** The word in packs. */
      public String key() {
        return key;
      }
    }
  }

  /**
   * A whole number.
   *
   * @param least smallest
   * @param most greatest
   */
  record Count(int least, int most) implements Input {}
}
