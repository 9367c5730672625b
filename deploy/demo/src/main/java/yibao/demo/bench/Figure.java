package yibao.demo.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the benchmarks' table.
 *
 * @param name what was measured
 * @param value the figure with its unit
 * @param peer what it stands beside: a peer measured in the same run, or a limit of nature; may be
 *     empty
 * @param ratio the figure ÷ the peer's
 * @param budget what we allow ourselves, and whether it was kept
 */
record Figure(
    String name, String value, String peer, OptionalDouble ratio, Optional<Budget> budget) {

  /**
   * A limit we set ourselves.
   *
   * @param limit the limit with its unit, e.g. {@code ≤ 2.0 s}
   * @param met whether it was kept
   */
  record Budget(String limit, boolean met) {}

  /** A figure without a peer. */
  static Figure alone(String name, String value) {
    return new Figure(name, value, "", OptionalDouble.empty(), Optional.empty());
  }

  /** Set beside a peer or a limit. */
  Figure beside(String other, double ratioToIt) {
    return new Figure(name, value, other, OptionalDouble.of(ratioToIt), budget);
  }

  /** Held against a budget. */
  Figure within(String limit, boolean met) {
    return new Figure(name, value, peer, ratio, Optional.of(new Budget(limit, met)));
  }
}
