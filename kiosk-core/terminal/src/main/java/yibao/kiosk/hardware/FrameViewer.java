package yibao.kiosk.hardware;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import yibao.devices.qr.GreyImage;

/**
 * One thread that looks at a camera's frames. At most one frame waits: a newer one takes its place.
 * Frames live in memory only, and only while they are looked at.
 *
 * @param <S> what is seen in a frame
 */
final class FrameViewer<S> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(FrameViewer.class.getName());

  /** Far more than any look takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Function<GreyImage, S>> eyes;
  private final Thread thread;
  private Optional<Shown<S>> waiting = Optional.empty();
  private boolean forgetting;
  private boolean closed;

  private record Shown<S>(GreyImage frame, CompletableFuture<Optional<S>> seen) {}

  /**
   * @param name of the thread
   * @param eyes makes what looks; asked again after {@link #forget}, so that a look may keep
   *     scratch memory from frame to frame
   */
  FrameViewer(String name, Supplier<Function<GreyImage, S>> eyes) {
    this.eyes = eyes;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  FrameViewer<S> start() {
    thread.start();
    return this;
  }

  /**
   * Shows a frame and waits until it was looked at.
   *
   * @return what was seen; empty when a newer frame came before this one's turn
   */
  Optional<S> show(GreyImage frame) {
    Shown<S> shown = new Shown<>(frame, new CompletableFuture<>());
    synchronized (this) {
      drop();
      if (closed) {
        return Optional.empty();
      }
      waiting = Optional.of(shown);
      notifyAll();
    }
    try {
      return shown.seen.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a frame could not be looked at", e.getCause());
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  /** Drops every frame and everything remembered of earlier ones. */
  synchronized void forget() {
    drop();
    forgetting = true;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    drop();
    closed = true;
    notifyAll();
  }

  private void drop() {
    waiting.ifPresent(frame -> frame.seen.complete(Optional.empty()));
    waiting = Optional.empty();
  }

  private void run() {
    Optional<Function<GreyImage, S>> eye = Optional.empty();
    while (true) {
      Optional<Shown<S>> next;
      synchronized (this) {
        while (waiting.isEmpty() && !forgetting && !closed) {
          try {
            wait();
          } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "nobody interrupts this thread; it goes on");
          }
        }
        if (closed) {
          return;
        }
        if (forgetting) {
          eye = Optional.empty();
          forgetting = false;
        }
        next = waiting;
        waiting = Optional.empty();
      }
      if (next.isPresent()) {
        eye = eye.or(() -> Optional.of(eyes.get()));
        look(eye.get(), next.get());
      }
    }
  }

  private void look(Function<GreyImage, S> eye, Shown<S> shown) {
    try {
      shown.seen.complete(Optional.of(eye.apply(shown.frame)));
    } catch (RuntimeException | Error e) {
      shown.seen.completeExceptionally(e);
    }
  }
}
