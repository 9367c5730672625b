package yibao.kiosk.telemetry;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import yibao.telemetry.Happening;

/** Counts what happens too often to be reported one by one. Any thread may count. */
public final class Tally {
  private final TreeMap<String, Long> counts = new TreeMap<>();

  /** One more of these. */
  public void count(Counter counter) {
    synchronized (counts) {
      counts.merge(counter.word(), 1L, Long::sum);
    }
  }

  /** What was counted since the last call; empty where that is nothing. */
  Optional<Happening.Counted> take(Instant from, Instant to) {
    synchronized (counts) {
      if (counts.isEmpty()) {
        return Optional.empty();
      }
      SortedMap<String, Long> taken = new TreeMap<>(counts);
      counts.clear();
      return Optional.of(new Happening.Counted(from, to, taken));
    }
  }

  /** What is counted. */
  public enum Counter {
    /** A card or document was read. */
    CARD_READ("card.read"),
    /** A card or document could not be read. */
    CARD_FAILED("card.failed"),
    /** A code was read. */
    CODE_READ("code.read"),
    /** A receipt came out. */
    RECEIPT_PRINTED("receipt.printed"),
    /** A receipt did not come out, or not whole. */
    RECEIPT_FAILED("receipt.failed"),
    /** A document came out on A4. */
    DOCUMENT_PRINTED("document.printed"),
    /** A document did not come out, or not whole. */
    DOCUMENT_FAILED("document.failed");

    private final String word;

    Counter(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
