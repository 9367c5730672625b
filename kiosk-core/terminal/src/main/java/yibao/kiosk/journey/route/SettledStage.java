package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;
import yibao.kiosk.catalog.Facts;
import yibao.kiosk.catalog.Principal;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Agency;
import yibao.kiosk.journey.visit.Misread;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * Where it is known who comes for whom: what that settles of the case and of its form is not asked
 * again. Nothing is shown here; the way goes on at once.
 */
final class SettledStage implements Stage {

  private final Facts before;
  private final BiFunction<SettledStage, Facts, List<Stage>> onward;

  /**
   * Settles.
   *
   * @param before what is known whoever comes
   * @param onward the plan that what is known now leads to, this stage in it
   */
  SettledStage(Facts before, BiFunction<SettledStage, Facts, List<Stage>> onward) {
    this.before = before;
    this.onward = onward;
  }

  /** What is known with what coming for somebody says of it. */
  static Facts settled(Facts known, Visit visit) {
    if (visit.agency().isEmpty()) {
      return known;
    }
    Agency agency = visit.agency().get();
    Facts settled = known;
    for (Principal principal : agency.principal().stream().toList()) {
      for (var fact : principal.settles().entrySet()) {
        settled = settled.with(fact.getKey(), fact.getValue());
      }
      for (var field : principal.fills().entrySet()) {
        var said =
            agency.said(field.getValue(), visit.entry(Agency.AGENT_PHONE).map(Visit.Entry::value));
        if (said.isPresent()) {
          settled = settled.with(field.getKey(), said.get());
        }
      }
    }
    return settled;
  }

  @Override
  public boolean revisitable() {
    return false;
  }

  @Override
  public Pace pace() {
    return Pace.WORKING;
  }

  @Override
  public void enter(Scene scene) {
    Facts known = settled(before, scene.visit());
    scene.visit().know(known);
    scene.follow(onward.apply(this, known));
  }

  @Override
  public Step show(Scene scene) {
    throw new IllegalStateException("the way has gone on");
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    throw new Misread("step", "nothing, the way has gone on");
  }
}
