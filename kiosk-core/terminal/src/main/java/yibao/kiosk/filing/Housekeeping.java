package yibao.kiosk.filing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.store.SavedForms;
import yibao.kiosk.store.Scans;
import yibao.kiosk.store.StoreFault;
import yibao.kiosk.store.StoreUpkeep;

/**
 * Keeps the terminal's disk as it should be, every hour: deletes what may not be kept any longer;
 * every day also checks the journal and copies it. Deletes nothing while the clock is in doubt.
 */
public final class Housekeeping implements AutoCloseable {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final int HOURS_OF_A_DAY = 24;

  private final StoreUpkeep store;
  private final SavedForms forms;
  private final Scans scans;
  private final Ratings ratings;
  private final Timekeeper time;
  private final ClockWitness clock;
  private final Retention retention;
  private final Optional<Path> backup;
  private final Executor threads;
  private final List<FilingObserver> observers;

  private int hour;
  private boolean closed;
  private Timekeeper.Alarm next = () -> {};

  /**
   * How long personal data may stay on the terminal.
   *
   * @param answered after the platform has answered a filing
   * @param savedForm after a citizen saved a half-filled form
   * @param looseScan after a scan was taken that neither a filing nor a saved form names
   * @param contact after somebody left a number for a reply to their bad rating
   */
  public record Retention(
      Duration answered, Duration savedForm, Duration looseScan, Duration contact) {

    /**
     * One day for filings and forms: a citizen may come back the same day, and the platform has the
     * rest. Scans nobody names outlive the longest visit only. A number outlives the fifteen
     * working days in which staff have to reply, with whatever holidays lie in between.
     */
    public static Retention usual() {
      return new Retention(
          Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(2), Duration.ofDays(45));
    }
  }

  /**
   * Puts the parts together.
   *
   * @param backup where the daily copy goes, best on another disk
   * @param threads runs the work, which may block
   * @param observers hear of a journal that is not sound
   */
  public Housekeeping(
      StoreUpkeep store,
      SavedForms forms,
      Scans scans,
      Ratings ratings,
      Timekeeper time,
      ClockWitness clock,
      Retention retention,
      Optional<Path> backup,
      Executor threads,
      List<FilingObserver> observers) {
    this.store = store;
    this.forms = forms;
    this.scans = scans;
    this.ratings = ratings;
    this.time = time;
    this.clock = clock;
    this.retention = retention;
    this.backup = backup;
    this.threads = threads;
    this.observers = List.copyOf(observers);
  }

  /** Begins; the first round comes after an hour. */
  public void start() {
    order();
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
  }

  private synchronized void order() {
    if (!closed) {
      next = time.after(EVERY, () -> threads.execute(this::round));
    }
  }

  private void round() {
    try {
      hour = (hour + 1) % HOURS_OF_A_DAY;
      if (clock.doubt().isEmpty()) {
        Instant now = time.instant();
        store.purgeAnsweredBefore(now.minus(retention.answered()));
        forms.deleteSavedBefore(now.minus(retention.savedForm()));
        scans.shredUnheldKeptBefore(now.minus(retention.looseScan()));
        ratings.forgetContacts(now.minus(retention.contact()));
      }
      if (hour == 0) {
        store.fault().ifPresent(fault -> tell(new FilingEvent.StoreUnsound(fault)));
        backup.ifPresent(store::backUp);
      }
    } catch (StoreFault fault) {
      tell(new FilingEvent.StoreUnsound(fault.getMessage()));
    } finally {
      order();
    }
  }

  private void tell(FilingEvent event) {
    observers.forEach(observer -> observer.heard(event));
  }
}
