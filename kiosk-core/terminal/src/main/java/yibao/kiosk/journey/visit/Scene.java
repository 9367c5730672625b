package yibao.kiosk.journey.visit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import yibao.kiosk.catalog.ServiceItem;

/**
 * What a stage may do with the journey it is part of. Every call is made, and every callback comes,
 * under its lock.
 */
public interface Scene {

  /** The visit. */
  Visit visit();

  /** What the stages work with. */
  Facilities facilities();

  /** On to the next stage that applies; after the last one the visit ends. */
  void next();

  /** Back to the nearest earlier stage that can be visited again. */
  void back();

  /** Straight to the question of this name, and from there back here. */
  void revise(String field);

  /** Follows another plan, in which this stage stands, from the next stage that applies. */
  void follow(List<Stage> plan);

  /**
   * Staff do something in between: follows a plan of its own from its first stage, and comes back
   * to this stage, with nothing of the visit changed, when that plan ends or nobody touches the
   * terminal.
   */
  void interlude(List<Stage> plan);

  /** Leaves what was begun and goes on with this item, from the list of services. */
  void turnTo(ServiceItem item);

  /** The same stage shows something new. */
  void refresh();

  /** The idle pace of the stage has changed. */
  void pace();

  /** The visit is over. */
  void leave(Leaving reason);

  /**
   * Does something that takes time on a virtual thread of its own.
   *
   * @param work must end within a bounded time
   * @param then hears the result, unless the visit has gone on by then
   */
  <T> void work(Callable<T> work, Consumer<T> then);

  /**
   * Wraps a callback that a device or a clock will call: it runs under the lock, or not at all once
   * the visit has gone on.
   */
  <T> Consumer<T> guarded(Consumer<T> callback);

  /** Why a visit ends. */
  enum Leaving {
    /** The citizen pressed 退出, or it is finished. */
    CHOSEN,
    /** The citizen goes on another time; the draft stays. */
    KEPT,
    /** Nobody touched the terminal. */
    STOOD_STILL,
    /** The page it stood on was lost, as by a crash. */
    SCREEN_LOST
  }
}
