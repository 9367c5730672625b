package yibao.demo.bench;

import java.util.List;

/** The middle of several measurements: what a busy machine disturbs least. */
final class Median {

  private Median() {}

  /** The upper one of the two middle values where their number is even. */
  static double of(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
