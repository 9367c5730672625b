package yibao.kiosk.journey.attend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import yibao.accounts.Pins;
import yibao.accounts.WrongTries;
import yibao.kiosk.store.Memory;
import yibao.kiosk.store.StaffCards;

/** Tries the PINs of staff's cards; wrong ones are counted over a restart, for each by itself. */
public final class StaffPins {
  private static final String KEPT_AS = "staff-card.";

  private final ReentrantLock oneByOne = new ReentrantLock();
  private final StaffCards cards;
  private final Memory memory;
  private final InstantSource clock;

  /** How a try ended. */
  public sealed interface Tried {
    /** It is theirs. */
    record Right() implements Tried {}

    /**
     * It is not.
     *
     * @param left how many more may be wrong
     */
    record Wrong(int left) implements Tried {}

    /**
     * Too many were wrong; nothing is tried now.
     *
     * @param remaining until it is
     */
    record Closed(Duration remaining) implements Tried {}
  }

  /**
   * Tries PINs against these cards.
   *
   * @param memory keeps count of wrong ones
   */
  public StaffPins(StaffCards cards, Memory memory, InstantSource clock) {
    this.cards = cards;
    this.memory = memory;
    this.clock = clock;
  }

  /** Tries a PIN; takes as long as it takes to check, and blocks on the disk. */
  public Tried attempt(String number, String pin) {
    oneByOne.lock();
    try {
      String name = KEPT_AS + number;
      WrongTries wrong = memory.recall(name).map(WrongTries::read).orElse(WrongTries.NONE);
      Instant now = clock.instant();
      if (wrong.closed(now)) {
        return new Tried.Closed(Duration.between(now, wrong.closedUntil()));
      }
      if (kept(number).filter(kept -> Pins.proves(pin, kept)).isEmpty()) {
        WrongTries after = wrong.oneMore(now);
        memory.remember(name, after.write());
        return after.closed(now)
            ? new Tried.Closed(Duration.between(now, after.closedUntil()))
            : new Tried.Wrong(after.left());
      }
      if (!wrong.equals(WrongTries.NONE)) {
        memory.remember(name, WrongTries.NONE.write());
      }
      return new Tried.Right();
    } finally {
      oneByOne.unlock();
    }
  }

  private Optional<String> kept(String number) {
    return cards.all().stream()
        .filter(holder -> holder.number().equals(number))
        .map(StaffCards.Holder::pin)
        .findFirst();
  }
}
