package yibao.kiosk.journey.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import yibao.kiosk.journey.view.Step;
import yibao.kiosk.journey.visit.Pace;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;
import yibao.kiosk.journey.visit.Visit;

/**
 * A stage that is there for some visits only.
 *
 * @param visits which
 * @param stage the stage
 */
record Only(Predicate<Visit> visits, Stage stage) implements Stage {

  @Override
  public boolean applies(Visit visit) {
    return visits.test(visit) && stage.applies(visit);
  }

  @Override
  public boolean revisitable() {
    return stage.revisitable();
  }

  @Override
  public boolean counted() {
    return stage.counted();
  }

  @Override
  public Pace pace() {
    return stage.pace();
  }

  @Override
  public void enter(Scene scene) {
    stage.enter(scene);
  }

  @Override
  public Step show(Scene scene) {
    return stage.show(scene);
  }

  @Override
  public void answer(Scene scene, JsonNode answer) {
    stage.answer(scene, answer);
  }

  @Override
  public void failed(Scene scene) {
    stage.failed(scene);
  }

  @Override
  public void exit() {
    stage.exit();
  }
}
