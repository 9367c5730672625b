package yibao.kiosk.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The citizen's page, as staff reach it from afar. Safe for use by several threads. */
public final class Screens {
  /** The word at which a page loads itself anew. */
  static final String RELOAD = "reload";

  private final List<Consumer<Word>> pages = new CopyOnWriteArrayList<>();
  private final Map<String, String> standing = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> unseen = new ConcurrentHashMap<>();
  private final List<CompletableFuture<Void>> awaited = new CopyOnWriteArrayList<>();

  /**
   * Something told to the page.
   *
   * @param data JSON
   */
  record Word(String name, String data) {}

  /** What became of something the page was told to do. */
  public enum Heeded {
    /** A page did it. */
    DONE,
    /** No page listens. */
    NOBODY_THERE,
    /** The page was told and did not say in time that it did. */
    NOT_IN_TIME
  }

  /**
   * Tells the page to load itself anew and waits for it.
   *
   * @param patience longest time to wait for it to come back
   */
  public Heeded reload(Duration patience) throws InterruptedException {
    CompletableFuture<Void> back = new CompletableFuture<>();
    List<Consumer<Word>> told = List.copyOf(pages);
    if (told.isEmpty()) {
      return Heeded.NOBODY_THERE;
    }
    awaited.add(back);
    try {
      told.forEach(page -> page.accept(new Word(RELOAD, "{}")));
      return within(patience, back);
    } finally {
      awaited.remove(back);
    }
  }

  /**
   * Says something that stays true and waits until a page shows it; not said where none listens.
   *
   * @param patience longest time to wait for the page's word
   */
  Heeded show(String name, String data, Duration patience) throws InterruptedException {
    if (pages.isEmpty()) {
      return Heeded.NOBODY_THERE;
    }
    CompletableFuture<Void> seen = new CompletableFuture<>();
    unseen.put(name, seen);
    try {
      say(name, data);
      return within(patience, seen);
    } finally {
      unseen.remove(name, seen);
    }
  }

  /** A page shows what was said under a name. */
  void shown(String name) {
    Optional.ofNullable(unseen.get(name)).ifPresent(seen -> seen.complete(null));
  }

  private static Heeded within(Duration patience, CompletableFuture<Void> what)
      throws InterruptedException {
    try {
      what.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Heeded.DONE;
    } catch (TimeoutException e) {
      return Heeded.NOT_IN_TIME;
    } catch (ExecutionException e) {
      throw new IllegalStateException("what is awaited never fails", e);
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
