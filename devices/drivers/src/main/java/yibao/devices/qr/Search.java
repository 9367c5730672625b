package yibao.devices.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks through one picture, step by step. What a step has tried in vain is not tried again by the
 * next. Keeps scratch memory from picture to picture; one thread at a time.
 */
final class Search {
  /** Later steps see the same patterns a fraction of a pixel elsewhere; twice is worth it. */
  private static final int TRIES = 2;

  private static final int MOST_SEEN = 40;

  private final Plane plane = new Plane();
  private final FinderScan scan = new FinderScan();
  private final SymbolReader symbols = new SymbolReader();
  private final List<Trio> failed = new ArrayList<>();
  private final List<Symbol> read = new ArrayList<>();
  private final List<FinderPattern> seen = new ArrayList<>();
  private int left;
  private int top;
  private int factor;

  /** Takes the next picture, reduced as much as it must be. */
  void load(GreyImage image) {
    load(image, Region.whole(image), Plane.factor(image));
  }

  /** Takes part of a picture, reduced by a whole factor. */
  void load(GreyImage image, Region part, int newFactor) {
    left = part.left();
    top = part.top();
    factor = newFactor;
    plane.load(image, part, factor);
    seen.clear();
    failed.clear();
    read.clear();
  }

  Plane plane() {
    return plane;
  }

  /**
   * Takes one step and hands over each code read that was not read before.
   *
   * @param once whether the first is enough
   * @return the finder patterns seen
   */
  List<FinderPattern> take(
      SearchStep step, Region region, boolean once, Deadline deadline, Consumer<QrReading> found) {
    List<FinderPattern> patterns =
        scan.find(plane, step.threshold(), step.rows(), region, deadline);
    patterns.forEach(this::remember);
    read(Trio.among(patterns), step.threshold(), step.name(), once, deadline, found);
    return patterns;
  }

  /**
   * Completes pairs of finder patterns that earlier steps have seen to trios.
   *
   * @param once whether the first code read is enough
   */
  void takePairs(boolean once, Deadline deadline, Consumer<QrReading> found) {
    List<Trio> trios = PairSearch.complete(plane, seen, deadline);
    read(trios, SearchStep.FIRST.threshold(), "pair", once, deadline, found);
  }

  private void remember(FinderPattern pattern) {
    boolean known =
        seen.stream()
            .anyMatch(
                it ->
                    it.inverted() == pattern.inverted()
                        && it.distance(pattern.x(), pattern.y()) < 2 * it.module());
    if (!known && pattern.hits() > 1 && seen.size() < MOST_SEEN) {
      seen.add(pattern);
    }
  }

  private void read(
      List<Trio> trios,
      Threshold threshold,
      String name,
      boolean once,
      Deadline deadline,
      Consumer<QrReading> found) {
    for (Trio trio : trios) {
      if (deadline.passed()) {
        break;
      }
      if (isUsed(trio) || isHopeless(trio)) {
        continue;
      }
      var symbol = symbols.read(plane, trio, threshold, deadline);
      if (symbol.isEmpty()) {
        failed.add(trio);
        continue;
      }
      read.add(symbol.get());
      found.accept(symbol.get().reading(left, top, factor, name));
      if (once) {
        break;
      }
    }
  }

  /** Whether one of its patterns lies inside a code already read. */
  private boolean isUsed(Trio trio) {
    return read.stream()
        .anyMatch(
            it -> it.covers(trio.corner()) || it.covers(trio.right()) || it.covers(trio.bottom()));
  }

  private boolean isHopeless(Trio trio) {
    return failed.stream().filter(trio::resembles).count() >= TRIES;
  }
}
