package yibao.kiosk.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A part of the terminal that is made on a thread of its own while others are made. It may hold
 * nothing that would have to be closed, because nobody may come for it.
 *
 * @param <T> the part
 */
final class Ahead<T> {

  private final FutureTask<T> making;

  private Ahead(FutureTask<T> making) {
    this.making = making;
  }

  /** Begins at once. */
  static <T> Ahead<T> of(String name, Supplier<T> maker) {
    FutureTask<T> making = new FutureTask<>(maker::get);
    Thread.ofPlatform().daemon().name(name).start(making);
    return new Ahead<>(making);
  }

  /** The part, once it is made; raises what its making raised. */
  T get() {
    try {
      return making.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        default -> throw new IllegalStateException("a supplier raises nothing else", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }
}
