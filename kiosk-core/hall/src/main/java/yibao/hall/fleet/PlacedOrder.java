package yibao.hall.fleet;

import java.time.Instant;
import java.util.Optional;
import yibao.telemetry.Happening.OrderAnswered.Outcome;
import yibao.telemetry.Order;

/**
 * An order as it was placed, and what became of it.
 *
 * @param order what was sent
 * @param at when it was placed
 * @param answer what the terminal said; absent until it did
 */
public record PlacedOrder(Order order, Instant at, Optional<Answer> answer) {

  /**
   * What the terminal said.
   *
   * @param outcome how it ended
   * @param cause stable code of why it did not end well
   * @param at when, by the terminal's clock
   */
  public record Answer(Outcome outcome, Optional<String> cause, Instant at) {}
}
