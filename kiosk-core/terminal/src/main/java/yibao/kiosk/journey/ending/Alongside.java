package yibao.kiosk.journey.ending;

import java.util.List;
import yibao.kiosk.journey.view.Choice;
import yibao.kiosk.journey.visit.Scene;
import yibao.kiosk.journey.visit.Stage;

/** What may be handed in next on the same visit 合并支付、一表受理. */
public interface Alongside {

  /** Nothing. */
  Alongside NOTHING =
      new Alongside() {
        @Override
        public List<Choice> choices(Scene scene) {
          return List.of();
        }

        @Override
        public boolean follow(Stage here, String choice, Scene scene) {
          return false;
        }
      };

  /** A choice for each; none where the filing that has just ended was not taken. */
  List<Choice> choices(Scene scene);

  /**
   * Goes on to what was chosen; false where the choice is none of these.
   *
   * @param here the result that is being shown
   */
  boolean follow(Stage here, String choice, Scene scene);
}
