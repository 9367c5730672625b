package yibao.kiosk.journey.ending;

import java.util.List;
import java.util.stream.Stream;
import yibao.kiosk.form.Sheet;
import yibao.kiosk.journey.brief.Briefing;
import yibao.kiosk.journey.visit.Further;
import yibao.kiosk.journey.visit.Scene;

/** What can be had on paper besides a filing's receipt or a notice, the next thing to do first. */
public final class FurtherPapers {

  private FurtherPapers() {}

  public static List<Further> of(Scene scene, Sheet sheet) {
    return Stream.concat(
            HandOver.after(scene, sheet).stream(), SignedPapers.of(scene, sheet).stream())
        .toList();
  }

  /** Where a window takes the case: what to go there with. */
  public static List<Further> instead(Scene scene, Briefing briefing) {
    return Stream.concat(
            HandOver.instead(scene, briefing).stream(), BlankPapers.of(scene, briefing).stream())
        .toList();
  }
}
