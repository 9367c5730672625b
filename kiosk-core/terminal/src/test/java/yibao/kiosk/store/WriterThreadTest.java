package yibao.kiosk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Busy" must mean that nothing was written; the disk is held up by hand. */
class WriterThreadTest {
  @TempDir Path directory;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch running = new CountDownLatch(1);
  private WriterThread writer;

  @BeforeEach
  void open() throws SQLException {
    writer = writer(Duration.ofMillis(50));
  }

  private WriterThread writer(Duration patience) throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS t (n INTEGER)");
    }
    return new WriterThread(connection, patience, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() throws InterruptedException {
    held.countDown();
    writer.close();
  }

  @Test
  void workThatWaitsTooLongForItsTurnIsTakenBackAndNeverDone() throws Exception {
    CompletableFuture<Void> first = holdTheDisk();
    assertBusy(() -> writer.write(WriterThreadTest::insert));
    held.countDown();
    assertInstanceOf(StoreFault.class, causeOf(first));
    assertEquals(0, rows());
  }

  @Test
  void workThatIsUnderWayWhenItsCallerGivesUpIsRolledBack() throws Exception {
    CompletableFuture<Void> first = holdTheDisk();
    assertInstanceOf(StoreFault.class, causeOf(first));
    held.countDown();
    assertEquals(0, rows());
  }

  @Test
  void anInterruptedCallerIsToldBusyKeepsItsInterruptAndNothingIsWritten() throws Exception {
    CompletableFuture<Void> first = holdTheDisk();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  assertBusy(() -> writer.write(WriterThreadTest::insert));
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    caller.interrupt();
    assertTrue(interrupted.get(10, TimeUnit.SECONDS));
    assertInstanceOf(StoreFault.class, causeOf(first));
    held.countDown();
    assertEquals(0, rows());
  }

  @Test
  void aFaultInsideTheWorkReachesItsCallerAndUndoesTheWork() throws Exception {
    writer.close();
    writer = writer(Duration.ofSeconds(10));
    IllegalStateException fault = new IllegalStateException("x");
    assertEquals(
        fault,
        assertThrows(
            IllegalStateException.class,
            () ->
                writer.write(
                    connection -> {
                      insert(connection);
                      throw fault;
                    })));
    assertEquals(0, rows());
  }

  /** Inserts a row and holds the writer before the commit, on a thread of its own. */
  private CompletableFuture<Void> holdTheDisk() throws InterruptedException {
    CompletableFuture<Void> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                writer.write(
                    connection -> {
                      insert(connection);
                      running.countDown();
                      await(held);
                      return null;
                    });
                result.complete(null);
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    await(running);
    return result;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Throwable causeOf(CompletableFuture<Void> future) {
    return assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS))
        .getCause();
  }

  private static void assertBusy(Runnable call) {
    assertEquals(StoreFault.BUSY, assertThrows(StoreFault.class, call::run).code());
  }

  private static Integer insert(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("INSERT INTO t VALUES (1)");
    }
  }

  /** What is in the file once the writer has done all it was given. */
  private int rows() throws Exception {
    writer.close();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.executeQuery("SELECT count(*) FROM t").getInt(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("t.db"));
  }
}
