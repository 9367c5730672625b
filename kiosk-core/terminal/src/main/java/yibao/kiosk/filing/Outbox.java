package yibao.kiosk.filing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.PersonLanes.Lane;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.StoreFault;

/**
 * Works in the background on what the platform has not answered, one call at a time, and never
 * gives up: a person whose filing gets no answer rests and lets others pass, a platform that
 * answers nobody is left alone for a while, both longer each time up to a ceiling.
 */
final class Outbox {
  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  /** So many persons in a row without an answer mean that it is the platform, not the filing. */
  private static final int PLATFORM_SILENT = 3;

  private static final int PAGE = 200;

  private final FilingJournal journal;
  private final Delivery delivery;
  private final PersonLanes lanes;
  private final Timekeeper time;
  private final FilingLimits limits;
  private final RandomGenerator random;
  private final Pauses pauses;
  private final Executor threads;

  private boolean closed;
  private boolean working;
  private boolean paused;
  private int silences;
  private Timekeeper.Alarm pauseEnd = () -> {};
  private Timekeeper.Alarm nextLook = () -> {};

  Outbox(
      FilingJournal journal,
      Delivery delivery,
      PersonLanes lanes,
      Timekeeper time,
      FilingLimits limits,
      RandomGenerator random,
      Executor threads) {
    this.journal = journal;
    this.delivery = delivery;
    this.lanes = lanes;
    this.time = time;
    this.limits = limits;
    this.random = random;
    this.pauses = new Pauses(limits.firstPause(), limits.longestPause(), random);
    this.threads = threads;
  }

  /**
   * Takes up what an earlier run left: first what was under way, to be asked about. What was parked
   * has one more chance, because a start may come after a repair.
   */
  void start() {
    unpark();
    List<FilingDraft> later = new ArrayList<>();
    List<Filing> page = journal.unsettled(PAGE);
    while (!page.isEmpty()) {
      for (Filing filing : page) {
        if (filing.state() == FilingState.UNCONFIRMED) {
          lanes.join(filing.draft());
        } else {
          later.add(filing.draft());
        }
      }
      page = journal.unsettledAfter(page.getLast().key(), PAGE);
    }
    later.forEach(lanes::join);
    pause(Duration.ofMillis(random.nextLong(limits.startSpread().toMillis() + 1)));
    lookAtAges();
  }

  private void unpark() {
    // What is settled is parked no longer, so that the next page is another.
    for (List<Filing> page = journal.parked(PAGE); !page.isEmpty(); page = journal.parked(PAGE)) {
      for (Filing filing : page) {
        delivery.tellChanged(
            journal.settle(
                filing.key(),
                FilingState.SUBMITTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
  }

  /** Starts no further call; one that is under way ends by itself. */
  synchronized void close() {
    closed = true;
    pauseEnd.cancel();
    nextLook.cancel();
  }

  /** The platform has answered somebody: whoever waits for it may try now. */
  void platformAnswered() {
    synchronized (this) {
      silences = 0;
      paused = false;
      pauseEnd.cancel();
    }
    wake();
  }

  /** Goes to work unless at work already. */
  void wake() {
    synchronized (this) {
      if (working || paused || closed) {
        return;
      }
      working = true;
    }
    threads.execute(this::work);
  }

  /** A person's filing got no answer: lets others pass. */
  void rest(Lane lane) {
    lanes.rest(lane, pauses.after(lane.headFailed()), time, this::wake);
  }

  private void work() {
    Optional<Lane> next = nextLane();
    while (next.isPresent()) {
      Lane lane = next.get();
      try {
        advance(lane);
      } catch (StoreFault fault) {
        delivery.tell(new FilingEvent.JournalFault(lane.head(), fault.code()));
        rest(lane);
      } catch (RuntimeException fault) {
        // Whatever is wrong with one filing, the others still wait for this loop.
        LOG.log(
            System.Logger.Level.ERROR,
            "[filing.not-worked] a filing cannot be worked on: {0}",
            fault.getClass());
        rest(lane);
      }
      next = nextLane();
    }
  }

  private synchronized Optional<Lane> nextLane() {
    Optional<Lane> next = paused || closed ? Optional.empty() : lanes.holdNext();
    working = next.isPresent();
    return next;
  }

  private void advance(Lane lane) {
    Optional<Filing> filing = journal.find(lane.head());
    if (filing.isEmpty()) {
      lane.headAnswered();
      lanes.release(lane);
      return;
    }
    Delivery.Step step = delivery.advance(filing.get());
    if (step.done()) {
      lane.headAnswered();
      lanes.release(lane);
    } else {
      rest(lane);
    }
    if (step.reached()) {
      synchronized (this) {
        silences = 0;
      }
    } else {
      platformSilent();
    }
  }

  private void platformSilent() {
    int inARow;
    synchronized (this) {
      inARow = ++silences;
    }
    if (inARow >= PLATFORM_SILENT) {
      pause(pauses.after(inARow - PLATFORM_SILENT + 1));
    }
  }

  private synchronized void pause(Duration pause) {
    paused = true;
    pauseEnd.cancel();
    pauseEnd =
        time.after(
            pause,
            () -> {
              synchronized (this) {
                paused = false;
              }
              wake();
            });
  }

  private void lookAtAges() {
    try {
      List<Filing> oldest = journal.unsettled(1);
      for (Filing filing : oldest) {
        FilingKey key = filing.key();
        Duration age = Duration.between(filing.submittedAt(), time.instant());
        if (age.compareTo(limits.tooLong()) >= 0) {
          delivery.tell(new FilingEvent.WaitingTooLong(key, filing.submittedAt(), lanes.waiting()));
        }
      }
    } catch (StoreFault fault) {
      LOG.log(
          System.Logger.Level.ERROR,
          "[filing.not-read] cannot look at waiting filings: {0}",
          fault.code());
    }
    synchronized (this) {
      if (!closed) {
        nextLook = time.after(limits.tooLong(), () -> threads.execute(this::lookAtAges));
      }
    }
  }
}
