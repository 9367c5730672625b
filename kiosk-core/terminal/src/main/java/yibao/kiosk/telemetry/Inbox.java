package yibao.kiosk.telemetry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import yibao.kiosk.filing.FilingEvent;
import yibao.kiosk.filing.FilingObserver;
import yibao.kiosk.hardware.DeviceName;
import yibao.telemetry.Happening;

/**
 * Where the parts of the terminal drop what the hall should hear. Takes at once or not at all; what
 * found no room is counted.
 */
public final class Inbox implements FilingObserver {
  private static final int ROOM = 512;

  private final BlockingQueue<Note> notes = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong refused = new AtomicLong();
  private final InstantSource clock;

  /** What lies in it. */
  sealed interface Note {
    /** Something happened. */
    record Happened(Instant at, Happening what) implements Note {}

    /** The monitor has taken these. */
    record Taken(String source, List<Long> numbers) implements Note {}

    /** The state is not what it was. */
    record Look() implements Note {}
  }

  /** An empty one; {@code clock} stamps what happens. */
  public Inbox(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void heard(FilingEvent event) {
    switch (event) {
      case FilingEvent.Changed _ -> look();
      case FilingEvent.WaitingTooLong(_, Instant submittedAt, int waiting) ->
          happened(new Happening.FilingsWaitTooLong(waiting, submittedAt));
      case FilingEvent.JournalFault(_, String code) -> happened(new Happening.StoreFault(code));
      case FilingEvent.WithdrawalAsked _ -> {
        // The journal's own record; nothing for staff to do.
      }
      case FilingEvent.DayDiffers(var day, int differences) ->
          happened(new Happening.DayDiffers(day, differences));
      case FilingEvent.StoreUnsound _ -> happened(new Happening.StoreFault("store.unsound"));
    }
  }

  /** A printer did not say how a print ended. */
  public void printUnknown(DeviceName printer, String code) {
    happened(new Happening.PrintUnknown(printer.key(), code));
  }

  /** The hall's defaults of this number failed two starts and are not used any more. */
  public void defaultsGivenUp(long number) {
    happened(new Happening.DefaultsAnswered(number, Happening.DefaultsAnswered.Outcome.rolledBack));
  }

  /** Something happened. */
  void happened(Happening what) {
    if (!notes.offer(new Note.Happened(clock.instant(), what))) {
      refused.incrementAndGet();
    }
  }

  /** The state may be another one. A full inbox is looked at anyway. */
  void look() {
    notes.offer(new Note.Look());
  }

  /** The monitor has taken some; without room they are sent and taken once more. */
  void taken(String source, List<Long> numbers) {
    notes.offer(new Note.Taken(source, numbers));
  }

  /** The next note, or a look where none comes in time. */
  Note next(long nanos) throws InterruptedException {
    Note note = notes.poll(nanos, TimeUnit.NANOSECONDS);
    return note == null ? new Note.Look() : note;
  }

  /** How many found no room since the last call. */
  long refused() {
    return refused.getAndSet(0);
  }
}
