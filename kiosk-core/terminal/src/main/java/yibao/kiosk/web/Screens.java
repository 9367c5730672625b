package yibao.kiosk.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The citizen's page, as staff reach it from afar. Safe for use by several threads. */
public final class Screens {
  private final List<Runnable> pages = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Void>> awaited = new CopyOnWriteArrayList<>();

  /** How loading anew went. */
  public enum Reloaded {
    /** A page came anew after it was told. */
    DONE,
    /** No page listens. */
    NOBODY_THERE,
    /** The page was told and did not come back in time. */
    NOT_BACK
  }

  /**
   * Tells the page to load itself anew and waits for it.
   *
   * @param patience longest time to wait for it to come back
   */
  public Reloaded reload(Duration patience) throws InterruptedException {
    CompletableFuture<Void> back = new CompletableFuture<>();
    List<Runnable> told = List.copyOf(pages);
    if (told.isEmpty()) {
      return Reloaded.NOBODY_THERE;
    }
    awaited.add(back);
    try {
      told.forEach(Runnable::run);
      back.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Reloaded.DONE;
    } catch (TimeoutException e) {
      return Reloaded.NOT_BACK;
    } catch (ExecutionException e) {
      throw new IllegalStateException("what is awaited never fails", e);
    } finally {
      awaited.remove(back);
    }
  }

  /**
   * A page begins to listen.
   *
   * @param reload tells it to load itself anew; must hand over and return
   * @return ends the calls
   */
  Runnable listens(Runnable reload) {
    pages.add(reload);
    awaited.forEach(it -> it.complete(null));
    return () -> pages.remove(reload);
  }
}
