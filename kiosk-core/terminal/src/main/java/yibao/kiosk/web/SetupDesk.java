package yibao.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a technician sets the terminal up. */
public interface SetupDesk {

  /**
   * All there is to see.
   *
   * @param steps in the order in which they are done
   * @param changed whether a configuration other than the one in use is proposed
   * @param signed whether only a signed configuration is served, so that no value can be changed
   * @param canApply whether this terminal can be restarted with it
   * @param acceptedAt when it was accepted
   */
  record Page(
      List<Step> steps,
      boolean changed,
      boolean signed,
      boolean canApply,
      Optional<Instant> acceptedAt) {}

  /**
   * A step.
   *
   * @param state {@code open}, {@code failed} or {@code done}
   */
  record Step(
      String id, String title, String lead, String state, List<Field> fields, List<Check> checks) {}

  /**
   * A value.
   *
   * @param value as proposed; empty text where there is none
   * @param options what can be chosen; empty where it is written
   */
  record Field(
      String key, String label, Optional<String> hint, String value, List<Option> options) {}

  /** A choice. */
  record Option(String value, String label) {}

  /**
   * Something to try.
   *
   * @param by {@code machine}, {@code page} or {@code person}
   * @param running whether it is being made
   */
  record Check(String id, String label, String by, boolean running, Optional<Result> result) {}

  /**
   * How it ended.
   *
   * @param verdict {@code pass}, {@code fail} or {@code absent}
   */
  record Result(String verdict, String said, Instant at, String by) {}

  /** What is there now. */
  Page page();

  /**
   * Proposes values of a step.
   *
   * @return what is wrong with them, for people; nothing is kept then
   */
  List<String> save(String step, Map<String, String> values);

  /**
   * Begins a check that the machine makes; {@link #page} says how it ended.
   *
   * @param by the technician's number
   * @return false when there is no such check
   */
  boolean begin(String check, String by);

  /**
   * Writes down what a person or the page judged.
   *
   * @param verdict {@code pass}, {@code fail} or {@code absent}
   * @param said what was found; empty text for the verdict alone
   * @return false when there is no such check, or it is not theirs to judge
   */
  boolean judge(String check, String verdict, String said, String by);

  /** The report as it stands, PDF. */
  byte[] report();

  /**
   * Accepts the terminal.
   *
   * @return the checks that have not been passed, by label; it is accepted when there are none
   */
  List<String> accept(String by);

  /** Starts the terminal anew with the proposed configuration. */
  void apply(String by);
}
