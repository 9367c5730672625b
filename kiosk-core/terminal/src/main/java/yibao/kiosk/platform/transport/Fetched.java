package yibao.kiosk.platform.transport;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is fetched from afar and kept while it is good. Whoever needs it while somebody fetches it
 * waits for that one and shares the answer, also a bad one: to ask a silent platform in turn would
 * make the last of them wait for all the others. Nothing is locked meanwhile.
 */
public final class Fetched<T> {

  /** Null before the first and after one that was given up. */
  private final AtomicReference<CompletableFuture<T>> newest = new AtomicReference<>();

  /**
   * The one that is kept, or a fresh one.
   *
   * @param good whether the one that is kept may still be used
   * @param fetch fetches a fresh one; has a limit of its own
   */
  public T get(Predicate<T> good, Supplier<T> fetch) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> shared =
        newest.updateAndGet(
            last ->
                last != null && (!last.isDone() || kept(last).filter(good).isPresent())
                    ? last
                    : mine);
    if (shared == mine) {
      try {
        mine.complete(fetch.get());
      } catch (RuntimeException | Error fault) {
        mine.completeExceptionally(fault);
        throw fault;
      }
    }
    return shared.join();
  }

  /** Gives up the one that is kept, if it is one of these; one that is being fetched stays. */
  public void forget(Predicate<T> which) {
    newest.updateAndGet(
        last ->
            last != null && last.isDone() && kept(last).filter(which).isPresent() ? null : last);
  }

  /** Gives up the one that is kept, waiting for one that is being fetched; empty for none. */
  public Optional<T> take() {
    return Optional.ofNullable(newest.getAndSet(null))
        .map(last -> last.handle((it, _) -> it).join());
  }

  private static <T> Optional<T> kept(CompletableFuture<T> done) {
    return done.isCompletedExceptionally() ? Optional.empty() : Optional.of(done.join());
  }
}
