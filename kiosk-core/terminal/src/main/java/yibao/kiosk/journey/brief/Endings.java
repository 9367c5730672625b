package yibao.kiosk.journey.brief;

import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.TimeLimit;
import yibao.kiosk.journey.visit.Sentences;

/** How an ending is called on tiles and pages. */
public final class Endings {

  private Endings() {}

  /** E.g. 当场办结; a window's instant item is never called plain 即时办结. */
  public static String label(Branch branch, Sentences sentences) {
    return sentences.say("ending." + branch.ending().key() + elsewhere(branch) + ".label");
  }

  private static String elsewhere(Branch branch) {
    if (branch.ending() != Ending.GUIDANCE) {
      return "";
    }
    if (branch.isAtHospital()) {
      return ".hospital";
    }
    return branch.limit() instanceof TimeLimit.Instant ? ".instant" : "";
  }
}
