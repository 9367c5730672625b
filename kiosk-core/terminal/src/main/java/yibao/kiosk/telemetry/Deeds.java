package yibao.kiosk.telemetry;

import yibao.telemetry.Order;

/** What of the staff's orders this terminal can do. Called on a thread that may wait. */
public interface Deeds {

  /** Does it, or says why not. */
  Done carryOut(Order.What what);

  /** How it went; a cause is a stable code. */
  sealed interface Done {
    /** It is done. */
    record Well() implements Done {}

    /** It was not begun, e.g. because somebody is using the terminal. */
    record NotNow(String cause) implements Done {}

    /** It was begun and did not come off. */
    record Badly(String cause) implements Done {}

    /**
     * It is done when this program runs again.
     *
     * @param end ends this program
     */
    record WithRestart(Runnable end) implements Done {}
  }
}
