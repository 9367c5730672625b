package yibao.hall.app;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import yibao.hall.accounts.Lockouts;
import yibao.hall.store.LockBook;
import yibao.hall.watch.Watch;

/** Lockouts in the hall's store. */
final class KeptLockouts implements Lockouts {
  private final Watch watch;
  private final InstantSource clock;

  KeptLockouts(Watch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public Map<String, Tried> all() {
    Map<String, Tried> found = new LinkedHashMap<>();
    ask(it -> it.locks().all())
        .forEach((number, kept) -> found.put(number, new Tried(kept.wrong(), kept.until())));
    return found;
  }

  @Override
  public void keep(String number, Tried tried) {
    ask(
        it -> {
          it.locks()
              .keep(number, new LockBook.Tried(tried.wrong(), tried.until(), clock.instant()));
          return true;
        });
  }

  @Override
  public void forget(String number) {
    ask(
        it -> {
          it.locks().forget(number);
          return true;
        });
  }

  /** The watch answers or fails in its own time. */
  private <T> T ask(Watch.Question<T> question) {
    try {
      return watch.ask(question).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the hall's store did not answer", e);
    }
  }
}
