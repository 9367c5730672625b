package yibao.kiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one platform thread that touches the database; callers wait for it on their virtual threads.
 * SQLite's native calls pin a carrier thread, and its connection serves one at a time.
 *
 * <p>A caller that has waited too long takes its work back. That is possible until the commit has
 * begun, so that "the store is busy" always means "nothing was written".
 */
final class WriterThread {

  /** Work with the connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Most pieces of work that may wait at once. */
  private static final int QUEUE = 256;

  private final BlockingQueue<Job<?>> jobs = new ArrayBlockingQueue<>(QUEUE);
  private final Duration patience;
  private final Duration stall;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts the thread.
   *
   * @param connection belongs to this thread from now on
   * @param patience longest wait for a piece of work to reach its commit
   * @param stall longest wait for the disk to confirm a commit
   */
  WriterThread(Connection connection, Duration patience, Duration stall) {
    this.patience = patience;
    this.stall = stall;
    this.thread = Thread.ofPlatform().name("store-writer").start(() -> serve(connection));
  }

  /** Runs the work in one transaction; when this returns the change has reached the disk. */
  <T> T write(Work<T> work) {
    return call(new Job<>(work, true));
  }

  /** Runs work that changes nothing, or that cannot stand inside a transaction. */
  <T> T read(Work<T> work) {
    return call(new Job<>(work, false));
  }

  /**
   * Does what is waiting, then closes the connection and ends the thread; gives up on a disk that
   * does not answer.
   */
  void close() throws InterruptedException {
    closed = true;
    if (jobs.offer(Job.LAST, stall.toNanos(), TimeUnit.NANOSECONDS)) {
      thread.join(stall);
    }
  }

  private <T> T call(Job<T> job) {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!jobs.offer(job, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy();
      }
      return job.result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return outcomeOf(job);
    } catch (InterruptedException e) {
      try {
        return outcomeOf(job);
      } finally {
        Thread.currentThread().interrupt();
      }
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    }
  }

  /** For a caller that waits no longer: takes the work back, or waits for the commit under way. */
  private <T> T outcomeOf(Job<T> job) {
    if (job.takeBack()) {
      throw busy();
    }
    try {
      return job.result.get(stall.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    } catch (TimeoutException | InterruptedException e) {
      throw new StoreFault(StoreFault.STALLED, "the data disk does not answer", e);
    }
  }

  private static StoreFault busy() {
    return new StoreFault(StoreFault.BUSY, "the data disk is slow; look at what else uses it");
  }

  private static RuntimeException rethrow(Throwable cause) {
    return switch (cause) {
      case SQLException fault -> SqliteFaults.of(fault);
      case RuntimeException fault -> fault;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }

  private void serve(Connection connection) {
    try (connection) {
      for (Job<?> job = jobs.take(); job != Job.LAST; job = jobs.take()) {
        job.run(connection);
      }
    } catch (InterruptedException | SQLException e) {
      System.getLogger(WriterThread.class.getName())
          .log(
              System.Logger.Level.ERROR,
              "[store.ended] the store's thread ended: {0}",
              e.getClass().getName());
    }
  }

  private static final class Job<T> {
    private static final Job<Void> LAST = new Job<>(_ -> null, false);

    private enum Phase {
      WAITING,
      COMMITTING,
      TAKEN_BACK
    }

    private final Work<T> work;
    private final boolean transaction;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);

    Job(Work<T> work, boolean transaction) {
      this.work = work;
      this.transaction = transaction;
    }

    boolean takeBack() {
      return phase.compareAndSet(Phase.WAITING, Phase.TAKEN_BACK);
    }

    void run(Connection connection) {
      if (phase.get() == Phase.TAKEN_BACK) {
        return;
      }
      try {
        result.complete(transaction ? inTransaction(connection) : work.run(connection));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    }

    private T inTransaction(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
          T value = work.run(connection);
          if (phase.compareAndSet(Phase.WAITING, Phase.COMMITTING)) {
            statement.execute("COMMIT");
            committed = true;
          }
          return value;
        } finally {
          if (!committed) {
            rollBack(statement);
          }
        }
      }
    }

    /** SQLite itself has rolled back after some faults, and then has no transaction to end. */
    private static void rollBack(Statement statement) {
      try {
        statement.execute("ROLLBACK");
      } catch (SQLException alreadyRolledBack) {
        // The fault that led here is the one to report.
      }
    }
  }
}
