package yibao.kiosk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/**
 * The durable list of filings. When a method that writes returns, the change has reached the disk.
 * A disk that is full or read-only raises {@link StoreFault}.
 */
public interface FilingJournal {

  /**
   * Writes a new filing in state {@link FilingState#SUBMITTED}; writing the same key twice changes
   * nothing.
   */
  Filing commit(FilingDraft draft, Instant submittedAt);

  /** Notes that the filing is about to be sent once more. */
  Filing noteAttempt(FilingKey key);

  /** Writes where the filing stands now. */
  Filing settle(
      FilingKey key,
      FilingState state,
      Optional<String> number,
      Optional<String> cause,
      Optional<String> words);

  /** The filing under this key. */
  Optional<Filing> find(FilingKey key);

  /** Filings the platform has not answered, oldest first, at most {@code limit}. */
  List<Filing> unsettled(int limit);
}
