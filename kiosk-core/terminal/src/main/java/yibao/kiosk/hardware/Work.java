package yibao.kiosk.hardware;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Something to be done with a device by its owner. Once given up it is never begun.
 *
 * @param <D> the driver
 * @param <R> what comes of it
 */
final class Work<D, R> {
  /** How it ended. */
  sealed interface Done<R> {
    /** It was done. */
    record With<R>(R result) implements Done<R> {}

    /** The device is not there or has too much to do; nothing was begun. */
    record NotBegun<R>() implements Done<R> {}

    /** It was begun, and its end was not seen. */
    record Unfinished<R>() implements Done<R> {}
  }

  private enum Stage {
    WAITING,
    BEGUN,
    GIVEN_UP
  }

  private final Function<D, R> what;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CompletableFuture<Done<R>> end = new CompletableFuture<>();

  Work(Function<D, R> what) {
    this.what = what;
  }

  /** Does it, on the owner's thread. */
  void run(D device) {
    if (stage.compareAndSet(Stage.WAITING, Stage.BEGUN)) {
      try {
        end.complete(new Done.With<>(what.apply(device)));
      } finally {
        end.complete(new Done.Unfinished<>());
      }
    }
  }

  /** Says that there is no device to do it with. */
  void refuse() {
    stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    end.complete(new Done.NotBegun<>());
  }

  /** Waits for its end. */
  Done<R> await(Duration limit) {
    try {
      return end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return giveUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return giveUp();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end is never exceptional", e);
    }
  }

  private Done<R> giveUp() {
    return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP)
        ? new Done.NotBegun<>()
        : new Done.Unfinished<>();
  }
}
