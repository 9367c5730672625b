package yibao.kiosk.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The citizen's page, as staff reach it from afar. Safe for use by several threads. */
public final class Screens {
  private final List<Consumer<Word>> pages = new CopyOnWriteArrayList<>();
  private final Map<String, String> standing = new ConcurrentHashMap<>();
  private final List<CompletableFuture<Void>> awaited = new CopyOnWriteArrayList<>();

  /**
   * Something told to the page.
   *
   * @param data JSON
   */
  record Word(String name, String data) {}

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
    List<Consumer<Word>> told = List.copyOf(pages);
    if (told.isEmpty()) {
      return Reloaded.NOBODY_THERE;
    }
    awaited.add(back);
    try {
      told.forEach(page -> page.accept(new Word("reload", "{}")));
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
   * Tells the page something that stays true until it is told anew; a page that comes later hears
   * it at once.
   *
   * @param data JSON
   */
  void say(String name, String data) {
    standing.put(name, data);
    pages.forEach(page -> page.accept(new Word(name, data)));
  }

  /**
   * A page begins to listen, and hears at once what stands.
   *
   * @param page must hand over and return
   * @return ends the calls
   */
  Runnable listens(Consumer<Word> page) {
    pages.add(page);
    standing.forEach((name, data) -> page.accept(new Word(name, data)));
    awaited.forEach(it -> it.complete(null));
    return () -> pages.remove(page);
  }
}
