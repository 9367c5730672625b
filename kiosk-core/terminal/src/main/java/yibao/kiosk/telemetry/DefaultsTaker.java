package yibao.kiosk.telemetry;

import java.util.Optional;
import yibao.telemetry.HallDefaults;
import yibao.telemetry.Happening.DefaultsAnswered.Outcome;
import yibao.telemetry.Message;

/** Decides whether this terminal goes by what its hall says. Called on a thread that may wait. */
public interface DefaultsTaker {

  /**
   * Looks at defaults that are the hall's and newer than the last.
   *
   * @param sealed as they came
   * @param defaults what is in them
   * @return what became of them; empty where they say nothing new
   */
  Optional<Outcome> take(Message.Defaults sealed, HallDefaults defaults);
}
