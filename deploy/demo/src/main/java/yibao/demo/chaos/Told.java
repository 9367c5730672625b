package yibao.demo.chaos;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import yibao.kiosk.record.FilingKey;

/** What citizens were told over all rounds: the promises that must hold at the end. */
public final class Told {
  private final Set<FilingKey> tried = new HashSet<>();
  private final Set<FilingKey> answered = new HashSet<>();
  private final Map<FilingKey, String> numbers = new LinkedHashMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Set<String> shownNumbers = new HashSet<>();
  private int pressed;

  /** Takes down a line of {@link ChaosTerminal}; others are left out. */
  synchronized void line(String line) {
    String[] words = line.split(" ");
    // A line that was cut off when the process died was not read by anybody.
    if (words.length < 3 || words[1].length() != 32) {
      return;
    }
    FilingKey key = new FilingKey(words[1]);
    if (words[0].equals("try")) {
      tried.add(key);
    } else if (words[0].equals("told") && !words[2].equals("not-taken")) {
      answered.add(key);
      outcomes.merge(words[2], 1, Integer::sum);
      if (words.length > 3) {
        numbers.put(key, words[3]);
      }
    }
  }

  /** 提交 was pressed, on a screen that shows no key. */
  synchronized void pressed() {
    pressed++;
  }

  /** A screen showed an outcome, and a number where there was one. */
  synchronized void shown(String outcome, Optional<String> number) {
    outcomes.merge(outcome, 1, Integer::sum);
    number.ifPresent(shownNumbers::add);
  }

  /** How often 提交 was pressed. */
  int tried() {
    return tried.size() + pressed;
  }

  /** Numbers that a screen showed. */
  Set<String> shownNumbers() {
    return shownNumbers;
  }

  /** Filings for which the screen said anything. */
  Set<FilingKey> answered() {
    return answered;
  }

  /** The platform's numbers that citizens were given. */
  Map<FilingKey, String> numbers() {
    return numbers;
  }

  /** How often each outcome was told. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }
}
