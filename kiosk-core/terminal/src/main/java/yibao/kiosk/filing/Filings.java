package yibao.kiosk.filing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import yibao.kiosk.calendar.Timekeeper;
import yibao.kiosk.filing.PersonLanes.Lane;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.StoreFault;

/**
 * Hands in filings so that none is lost and none is done twice.
 *
 * <p>The way from 提交 to 办结: the draft is committed to the journal, then sent once on the citizen's
 * own thread, then settled with what the platform said. What is not answered then stays with the
 * {@link Outbox}, which outlives the visit and the power.
 */
public final class Filings implements AutoCloseable {

  /** Too many filings, or too many bytes of scans, wait for the platform already. */
  public static final String OUTBOX_FULL = "filing.outbox-full";

  /** Cause of a filing that staff took out of the terminal's hands. */
  public static final String GIVEN_UP = "filing.given-up";

  private final FilingJournal journal;
  private final Timekeeper time;
  private final ClockWitness clock;
  private final FilingLimits limits;
  private final PersonLanes lanes;
  private final Delivery delivery;
  private final Outbox outbox;

  /** Why the disk took no change at the start or last, until it takes one again. */
  private volatile Optional<String> diskFault = Optional.empty();

  /**
   * Puts the parts together; nothing is sent before {@link #start}.
   *
   * @param enclosures sends what goes with a filing ahead of it
   * @param clock says whether a filing can be dated
   * @param random jitter of the waits between attempts
   * @param threads runs each piece of background work, which may block, e.g. on a virtual thread
   * @param observers hear of every change
   */
  public Filings(
      FilingJournal journal,
      Platform platform,
      Enclosures enclosures,
      Timekeeper time,
      ClockWitness clock,
      FilingLimits limits,
      RandomGenerator random,
      Executor threads,
      List<FilingObserver> observers) {
    this.journal = journal;
    this.time = time;
    this.clock = clock;
    this.limits = limits;
    this.lanes = new PersonLanes();
    this.delivery = new Delivery(journal, platform, enclosures, time, observers);
    this.outbox = new Outbox(journal, delivery, lanes, time, limits, random, threads);
  }

  /**
   * Takes up what an earlier run left unanswered.
   *
   * @throws StoreFault when the journal cannot be read
   */
  public void start() {
    diskFault = faultOfDisk();
    outbox.start();
  }

  /** Starts no further call to the platform; what is unanswered waits in the journal. */
  @Override
  public void close() {
    outbox.close();
  }

  /**
   * Why the terminal takes no filing now, to be asked before a citizen begins to type. May wait for
   * the disk.
   *
   * @return stable code: {@link #OUTBOX_FULL}, a {@link StoreFault}'s or what speaks against the
   *     clock; empty when it takes one
   */
  public Optional<String> closedBecause() {
    boolean full = lanes.waiting() >= limits.mostWaiting() || lanes.bytes() >= limits.mostBytes();
    return full ? Optional.of(OUTBOX_FULL) : diskFaultStill().or(clock::doubt);
  }

  private Optional<String> diskFaultStill() {
    if (diskFault.isPresent()) {
      diskFault = faultOfDisk();
    }
    return diskFault;
  }

  private Optional<String> faultOfDisk() {
    try {
      journal.tryDisk();
      return Optional.empty();
    } catch (StoreFault fault) {
      return Optional.of(fault.code());
    }
  }

  /**
   * Hands in a filing: commits it, sends it once, writes down the answer. The same draft may be
   * handed in any number of times, also at the same time; there is one filing for its key.
   *
   * @throws StoreFault when it could not be committed; nothing was sent then. After {@link
   *     StoreFault#STALLED} it is sent later if it proves to be on the disk
   */
  public SubmitOutcome submit(FilingDraft draft) {
    Optional<Filing> known = journal.find(draft.key());
    if (known.isPresent() && !known.get().state().waits()) {
      return SubmitOutcome.of(known.get());
    }
    if (known.isEmpty()) {
      Optional<String> closed = closedBecause();
      if (closed.isPresent()) {
        return new SubmitOutcome.NotTaken(closed.get());
      }
      delivery.tellChanged(commit(draft));
    }
    lanes.join(draft);
    return SubmitOutcome.of(deliver(draft));
  }

  private Filing commit(FilingDraft draft) {
    try {
      return journal.commit(draft, time.instant());
    } catch (StoreFault fault) {
      diskFault = Optional.of(fault.code());
      delivery.tell(new FilingEvent.JournalFault(draft.key(), fault.code()));
      if (fault.code().equals(StoreFault.STALLED)) {
        // It may be on the disk all the same: looked for there, not left until the next start.
        lanes.join(draft);
        outbox.wake();
      }
      throw fault;
    }
  }

  /** A filing handed in on this terminal, as the journal holds it. */
  public Optional<Filing> find(FilingKey key) {
    return journal.find(key);
  }

  /**
   * Filings that cannot be sent until somebody has seen to their {@link Filing#cause}, oldest
   * first.
   *
   * @param limit most that are given
   */
  public List<Filing> parked(int limit) {
    return journal.parked(limit);
  }

  /**
   * Sends a parked filing once more, for whoever has seen to its cause; one that is not parked is
   * left alone.
   *
   * @return the filing as it stands now; empty where this terminal has none under the key
   */
  public Optional<Filing> tryAgain(FilingKey key) {
    Optional<Filing> parked =
        journal.find(key).filter(filing -> filing.state() == FilingState.PARKED);
    if (parked.isEmpty()) {
      return journal.find(key);
    }
    Filing waiting =
        journal.settle(
            key, FilingState.SUBMITTED, Optional.empty(), Optional.empty(), Optional.empty());
    delivery.tellChanged(waiting);
    lanes.join(waiting.draft());
    return Optional.of(deliver(waiting.draft()));
  }

  /**
   * Takes a parked filing out of the terminal's hands: the citizen has handed it in elsewhere. It
   * never reached the platform; one that is not parked is left alone.
   *
   * @return the filing as it stands now; empty where this terminal has none under the key
   */
  public Optional<Filing> giveUp(FilingKey key) {
    return journal
        .find(key)
        .map(
            filing -> {
              if (filing.state() != FilingState.PARKED) {
                return filing;
              }
              Filing given =
                  journal.settle(
                      key,
                      FilingState.WITHDRAWN,
                      Optional.empty(),
                      Optional.of(GIVEN_UP),
                      Optional.empty());
              delivery.tellChanged(given);
              return given;
            });
  }

  /**
   * Filings the platform has not answered and the terminal goes on with, oldest first.
   *
   * @param limit most that are given
   */
  public List<Filing> unanswered(int limit) {
    return journal.unsettled(limit);
  }

  /** How many filings the platform has not answered. */
  public int waiting() {
    return lanes.waiting();
  }

  /** Works through the person's lane, in order, until this filing has had its step. */
  private Filing deliver(FilingDraft draft) {
    Optional<Lane> held = Optional.empty();
    try {
      held = lanes.hold(draft, limits.laneWait());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (held.isEmpty()) {
      return stored(draft.key());
    }
    Lane lane = held.get();
    boolean answered = true;
    try {
      while (answered && lane.holds(draft.key())) {
        Delivery.Step step = delivery.advance(stored(lane.head()));
        answered = step.done();
        if (answered) {
          lane.headAnswered();
        }
        if (step.reached()) {
          outbox.platformAnswered();
        }
        if (step.filing().key().equals(draft.key())) {
          return step.filing();
        }
      }
      return stored(draft.key());
    } finally {
      if (answered) {
        lanes.release(lane);
        outbox.wake();
      } else {
        outbox.rest(lane);
      }
    }
  }

  private Filing stored(FilingKey key) {
    return journal
        .find(key)
        .orElseThrow(() -> new IllegalStateException(key + " left the journal unanswered"));
  }
}
