package yibao.kiosk.filing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.platform.RatingDesk;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.Rating;
import yibao.kiosk.store.Ratings;
import yibao.kiosk.store.StoreFault;

/**
 * Brings ratings 好差评 to the province, oldest first, until it has them: also those given while it
 * could not be reached or before the power went. Longer and longer pauses while nobody answers.
 */
public final class RatingCourier implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RatingCourier.class.getName());
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int AT_ONCE = 20;

  private final Ratings ratings;
  private final RatingDesk desk;
  private final Timekeeper time;
  private final Pauses pauses;
  private final Executor threads;

  private boolean closed;
  private int silences;
  private Timekeeper.Alarm next = () -> {};

  /**
   * A courier that has not begun.
   *
   * @param threads runs the work, which may block
   */
  public RatingCourier(
      Ratings ratings, RatingDesk desk, Timekeeper time, RandomGenerator random, Executor threads) {
    this.ratings = ratings;
    this.desk = desk;
    this.time = time;
    this.pauses = new Pauses(EVERY, LONGEST, random);
    this.threads = threads;
  }

  /** Begins; looks about every minute whether there is anything to bring. */
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
      next = time.after(pauses.after(silences + 1), () -> threads.execute(this::look));
    }
  }

  private void look() {
    try {
      bring(ratings.unsent(AT_ONCE));
    } catch (StoreFault fault) {
      LOG.log(
          System.Logger.Level.ERROR,
          "[rating.not-brought] ratings are not brought: {0}",
          fault.code());
    } finally {
      order();
    }
  }

  private void bring(List<Rating> unsent) {
    for (Rating rating : unsent) {
      switch (desk.take(rating)) {
        case Reply.Answered<String> _ -> settled(rating);
        case Reply.Refused<String>(String code, _) -> {
          // Nothing would change by asking again; it stays here for the hall.
          LOG.log(
              System.Logger.Level.WARNING,
              "[rating.refused] the province refused a rating: {0}",
              code);
          settled(rating);
        }
        case Reply.Unreachable<String> _ -> {
          silences++;
          return;
        }
      }
    }
  }

  private void settled(Rating rating) {
    silences = 0;
    ratings.sent(rating.about(), time.instant());
  }
}
