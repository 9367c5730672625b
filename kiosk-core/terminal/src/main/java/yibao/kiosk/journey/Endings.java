package yibao.kiosk.journey;

import yibao.kiosk.catalog.Branch;
import yibao.kiosk.catalog.Ending;
import yibao.kiosk.catalog.TimeLimit;

/** How an ending is called on tiles and pages. */
public final class Endings {

  private Endings() {}

  /** E.g. 当场办结; a window's instant item is never called plain 即时办结. */
  public static String label(Branch branch, Sentences sentences) {
    boolean instantAtWindow =
        branch.ending() == Ending.GUIDANCE && branch.limit() instanceof TimeLimit.Instant;
    return sentences.say(
        "ending." + branch.ending().key() + (instantAtWindow ? ".instant" : "") + ".label");
  }
}
