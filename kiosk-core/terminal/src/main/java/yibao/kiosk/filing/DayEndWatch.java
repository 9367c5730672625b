package yibao.kiosk.filing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.StoreFault;

/**
 * Sees to it that every day is compared with the platform's book once it is over, also when the
 * terminal was off at midnight or the platform could not be reached.
 */
public final class DayEndWatch implements AutoCloseable {
  private static final String LAST_DAY = "day-end.last";
  private static final Duration EVERY = Duration.ofHours(1);

  /** A terminal that stood still for long does not ask about every day of it. */
  private static final int MOST_DAYS_BACK = 7;

  private final DayEnd dayEnd;
  private final Timekeeper time;
  private final ClockWitness clock;
  private final ZoneId zone;
  private final Memory memory;
  private final Executor threads;
  private final List<FilingObserver> observers;

  private boolean closed;
  private Timekeeper.Alarm next = () -> {};

  /**
   * Puts the parts together.
   *
   * @param clock no day is over while it is in doubt
   * @param zone of the hall
   * @param memory knows which day was compared last
   * @param threads runs the work, which may block
   * @param observers hear of days that differ
   */
  public DayEndWatch(
      DayEnd dayEnd,
      Timekeeper time,
      ClockWitness clock,
      ZoneId zone,
      Memory memory,
      Executor threads,
      List<FilingObserver> observers) {
    this.dayEnd = dayEnd;
    this.time = time;
    this.clock = clock;
    this.zone = zone;
    this.memory = memory;
    this.threads = threads;
    this.observers = List.copyOf(observers);
  }

  /** Begins; looks every hour whether a day is over. */
  public synchronized void start() {
    if (!closed) {
      next = time.after(EVERY, () -> threads.execute(this::look));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
  }

  private void look() {
    try {
      if (clock.doubt().isEmpty()) {
        compareUntil(LocalDate.ofInstant(time.instant(), zone).minusDays(1));
      }
    } catch (StoreFault fault) {
      observers.forEach(o -> o.heard(new FilingEvent.StoreUnsound(fault.getMessage())));
    } finally {
      start();
    }
  }

  private void compareUntil(LocalDate yesterday) {
    LocalDate earliest = yesterday.minusDays(MOST_DAYS_BACK - 1L);
    LocalDate day =
        memory
            .recall(LAST_DAY)
            .flatMap(DayEndWatch::parse)
            .map(last -> last.plusDays(1))
            .filter(following -> following.isAfter(earliest))
            .orElse(earliest);
    while (!day.isAfter(yesterday)) {
      if (!(dayEnd.compare(day) instanceof DayEndReport.Compared compared)) {
        return;
      }
      if (!compared.differences().isEmpty()) {
        FilingEvent event = new FilingEvent.DayDiffers(day, compared.differences().size());
        observers.forEach(observer -> observer.heard(event));
      }
      memory.remember(LAST_DAY, day.toString());
      day = day.plusDays(1);
    }
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
