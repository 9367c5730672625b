package yibao.kiosk.journey.ending;

import java.util.HashMap;
import java.util.Map;
import yibao.kiosk.journey.view.Step.Paper.Medium;
import yibao.kiosk.journey.visit.Slip;

/** Copies that may be out, of each paper on each medium. */
final class Copies {

  /** Of one paper that a citizen may have in one visit, those that may be out included. */
  private static final int MOST = 4;

  private final Map<Copied, Integer> out = new HashMap<>();

  private record Copied(Slip what, Medium on) {}

  int out(Slip what, Medium on) {
    return out.getOrDefault(new Copied(what, on), 0);
  }

  boolean more(Slip what, Medium on) {
    return out(what, on) < MOST;
  }

  void count(Slip what, Medium on) {
    out.merge(new Copied(what, on), 1, Integer::sum);
  }
}
