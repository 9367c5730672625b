package yibao.kiosk.hardware;

/**
 * When a card that did not answer is read again while it lies in the slot: four times, each time
 * after twice as many rounds. Its contacts may settle; and a service that is slow to tell of a swap
 * lets a good card look like the bad one before it. One thread at a time.
 */
final class SecondLooks {
  private static final int FIRST = 2;
  private static final int LAST = 16;
  private static final int NONE = 0;

  private int rounds = NONE;
  private int left;

  /** The card did not answer. */
  void begin() {
    rounds = FIRST;
    left = FIRST;
  }

  /** Whether the card is to be read again in this round; called once a round. */
  boolean due() {
    if (rounds == NONE) {
      return false;
    }
    left--;
    if (left > 0) {
      return false;
    }
    rounds = rounds < LAST ? rounds * 2 : NONE;
    left = rounds;
    return true;
  }

  /** The card was read, is another, or nobody waits for it. */
  void end() {
    rounds = NONE;
  }
}
