package yibao.kiosk.telemetry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.hardware.DeviceName;
import yibao.kiosk.hardware.DeviceStatus;
import yibao.kiosk.hardware.PaperState;
import yibao.kiosk.journey.JourneyEvent;
import yibao.telemetry.Happening;
import yibao.telemetry.condition.MonthFigures;
import yibao.telemetry.condition.PaperForecast;

/**
 * What this terminal did in the last month, for its own staff, whether a hall watches it or not.
 * Takes what it hears at once or, where its thread is behind, not at all.
 */
public final class OwnFigures implements AutoCloseable {
  private static final Logger LOG = System.getLogger(OwnFigures.class.getName());
  private static final int ROOM = 512;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Map<DeviceName, Tally.Counter> PRINTED =
      new EnumMap<>(
          Map.of(
              DeviceName.PRINTER, Tally.Counter.RECEIPT_PRINTED,
              DeviceName.A4, Tally.Counter.DOCUMENT_PRINTED));

  private final FigureBook book;
  private final Timekeeper time;
  private final VisitWatch visits;
  private final Map<DeviceName, PaperState> papers = new EnumMap<>(DeviceName.class);
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(ROOM),
          Thread.ofPlatform().daemon().name("figures").factory());

  private OwnFigures(FigureBook book, Timekeeper time) {
    this.book = book;
    this.time = time;
    this.visits =
        new VisitWatch(
            time,
            happening -> {
              if (happening instanceof Happening.VisitEnded visit) {
                Instant at = time.instant();
                keep(() -> book.visit(at, visit));
              }
            },
            () -> {});
  }

  /**
   * Figures kept in this directory.
   *
   * @throws SQLException when it takes no file
   */
  public static OwnFigures open(Path directory, Timekeeper time, ZoneId zone) throws SQLException {
    return new OwnFigures(FigureBook.open(directory, zone), time);
  }

  /** Hears of visits. */
  public Consumer<JourneyEvent> visits() {
    return visits;
  }

  /** One more of these. */
  public void count(Tally.Counter counter) {
    Instant at = time.instant();
    keep(() -> book.counted(at, counter.word()));
  }

  /** Hears how all devices are. */
  public synchronized void heard(List<DeviceStatus> devices) {
    for (DeviceStatus device : devices) {
      device
          .paper()
          .filter(now -> now != papers.put(device.name(), now))
          .ifPresent(
              now -> {
                Instant at = time.instant();
                keep(() -> book.paper(at, device.name().key(), now.key()));
              });
    }
  }

  /** The last month; empty where the disk does not answer in time. */
  public Optional<MonthFigures> look() throws InterruptedException {
    Instant now = time.instant();
    try {
      return Optional.of(
          thread
              .submit(
                  () ->
                      new MonthFigures(
                          book.days(now),
                          book.items(now),
                          book.leftAt(now),
                          book.counts(now),
                          List.of(paper(DeviceName.PRINTER, now), paper(DeviceName.A4, now))))
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      LOG.log(Level.WARNING, "[figures.not-read] the figures of this terminal were not read", e);
      return Optional.empty();
    }
  }

  private MonthFigures.Paper paper(DeviceName printer, Instant now) throws SQLException {
    return new MonthFigures.Paper(
        printer.key(),
        PaperForecast.of(
            book.papers(printer.key(), now), book.printed(PRINTED.get(printer).word(), now), now));
  }

  private interface Keeping {
    void run() throws SQLException;
  }

  private void keep(Keeping keeping) {
    try {
      thread.execute(
          () -> {
            try {
              keeping.run();
            } catch (SQLException e) {
              LOG.log(Level.WARNING, "[figures.not-kept] a figure of this terminal was lost", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "a figure found no room");
    }
  }

  /** Keeps what it has heard, and ends. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
      book.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "[figures.not-kept] the figures of this terminal were not closed", e);
    }
  }
}
