package yibao.kiosk.journey.visit;

import com.fasterxml.jackson.databind.JsonNode;
import yibao.kiosk.journey.view.Step;

/**
 * One stage of a visit, made anew for each visit. All calls come one at a time under the journey's
 * lock, so a stage must not block; what takes time goes through {@link Scene#work}.
 */
public interface Stage {

  /**
   * Whether there is anything to do here in this visit; asked again each time the visit comes by.
   */
  default boolean applies(Visit visit) {
    return true;
  }

  /** Whether an earlier filing of this visit has answered it; 返回 and 修改 lead here all the same. */
  default boolean settled(Visit visit) {
    return false;
  }

  /** Whether 返回 may lead here again. */
  default boolean revisitable() {
    return true;
  }

  /** Whether the citizen counts it as a step ("第 2 步，共 5 步"). */
  default boolean counted() {
    return false;
  }

  /** How long the citizen may stand still here. */
  Pace pace();

  /** The visit has come here. */
  default void enter(Scene scene) {}

  /** What the screen shows now. */
  Step show(Scene scene);

  /**
   * The citizen answered; {@code answer} is an object. Raises {@link Misread} for an answer of the
   * wrong shape.
   */
  void answer(Scene scene, JsonNode answer);

  /**
   * Work started through {@link Scene#work} broke down in a way nobody foresaw; must leave the
   * citizen a way on.
   */
  default void failed(Scene scene) {
    scene.leave(Scene.Leaving.CHOSEN);
  }

  /** The visit is here again after an {@link Scene#interlude}. */
  default void resumed(Scene scene) {}

  /** Whether cards are asked for here, so that anybody's may be one that is. */
  default boolean heedsCards() {
    return false;
  }

  /** Whether staff stand here, and no citizen. */
  default boolean attended() {
    return false;
  }

  /** The visit has gone on, or ended. */
  default void exit() {}
}
