package yibao.kiosk.journey.staff;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import yibao.kiosk.journey.attend.Attendance;
import yibao.kiosk.journey.visit.Scene;

/**
 * Somebody of the staff at the screen.
 *
 * @param number their staff number
 */
public record Attendant(String number) {

  /** Does something in their name, off the journey's lock, and notes it. */
  void act(Scene scene, String deed, Runnable act, Runnable then) {
    Attendance attendance = scene.facilities().attendance();
    Callable<Boolean> work =
        () -> {
          act.run();
          attendance.note(deed, number, "ok");
          return true;
        };
    Consumer<Boolean> done = _ -> then.run();
    scene.work(work, done);
  }
}
