package yibao.kiosk.hardware;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Hands events to one listener on virtual threads, one after another, so that a slow listener never
 * holds up a device. Nothing is delivered after it was closed.
 *
 * @param <E> the events
 */
final class Delivery<E> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Delivery.class.getName());

  /** A listener so far behind has no use for the oldest. */
  private static final int MOST_WAITING = 64;

  private final Consumer<E> listener;
  private final Queue<E> waiting = new ArrayDeque<>();
  private boolean running;
  private boolean closed;

  Delivery(Consumer<E> listener) {
    this.listener = listener;
  }

  synchronized void deliver(E event) {
    if (closed) {
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      waiting.remove();
    }
    waiting.add(event);
    if (!running) {
      running = true;
      Thread.ofVirtual().name("device event").start(this::run);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
  }

  private void run() {
    for (E event = next(); event != null; event = next()) {
      try {
        listener.accept(event);
      } catch (RuntimeException | Error e) {
        // Whatever it is, the events after this one must be heard.
        LOG.log(
            Level.ERROR,
            "[device.listener-failed] a listener to device events failed: {0}",
            e.getClass().getName());
      }
    }
  }

  private synchronized E next() {
    E event = waiting.poll();
    running = event != null;
    return event;
  }
}
