package yibao.hall.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import yibao.hall.store.HallStore;

/**
 * Answers whoever only looks, on a thread and a connection of its own: a month of figures is looked
 * for while the terminals are heard.
 */
final class Looking implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Looking.class.getName());

  /** More who look at once are told that it is busy. */
  private static final int ROOM = 64;

  private final HallStore store;
  private final BlockingQueue<Look<?>> looks = new ArrayBlockingQueue<>(ROOM);
  private final Thread thread = Thread.ofPlatform().name("looking").unstarted(this::run);

  /** A question, and whoever waits for its answer. */
  private record Look<T>(Watch.Question<T> question, CompletableFuture<T> answer) {
    void at(HallStore store) throws SQLException {
      // Ended with a commit, so that the next look sees what was kept since.
      T found = question.ask(store);
      store.commit();
      answer.complete(found);
    }
  }

  Looking(HallStore store) {
    this.store = store;
  }

  void start() {
    thread.start();
  }

  <T> CompletableFuture<T> ask(Watch.Question<T> question) {
    Look<T> look = new Look<>(question, new CompletableFuture<>());
    return looks.offer(look)
        ? look.answer()
        : CompletableFuture.failedFuture(new IllegalStateException("too many look"));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try (store) {
      while (true) {
        Look<?> look = looks.take();
        // Who asked has given up long ago where many slow looks came before.
        if (!look.answer().isDone()) {
          answer(look);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "[hall.store-not-closed] the hall's store could not be closed", e);
    }
  }

  private void answer(Look<?> look) {
    try {
      look.at(store);
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "[hall.store-not-read] the hall's store could not be looked at", e);
      look.answer().completeExceptionally(e);
      recover();
    }
  }

  private void recover() {
    try {
      store.recover();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "[hall.store-not-read] the hall's store could not be looked at", e);
    }
  }
}
