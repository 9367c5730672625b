package yibao.kiosk.hardware;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Events as they were told, one after another; waits for them as long as patience lasts. */
final class Heard<E> implements Consumer<E> {
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<E> events = new LinkedBlockingQueue<>();

  /** Does something the first time that a device is in this state. */
  static Consumer<List<DeviceStatus>> once(DeviceState state, Runnable deed) {
    AtomicBoolean done = new AtomicBoolean();
    return list -> {
      if (list.stream().anyMatch(s -> s.state() == state) && done.compareAndSet(false, true)) {
        deed.run();
      }
    };
  }

  @Override
  public void accept(E event) {
    events.add(event);
  }

  /** The next event. */
  E next() throws InterruptedException {
    E event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing was heard");
    }
    return event;
  }

  /** The next event of a kind; others before it are passed over. */
  E until(Predicate<E> wanted) throws InterruptedException {
    E event = next();
    while (!wanted.test(event)) {
      event = next();
    }
    return event;
  }

  boolean silent() {
    return events.isEmpty();
  }
}
