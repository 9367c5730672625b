package yibao.kiosk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yibao.kiosk.record.EarlierFiling;
import yibao.kiosk.record.Filing;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.FilingTrace;

/**
 * The durable list of filings. When a method that writes returns, the change has reached the disk.
 * A disk that is full, read-only, damaged or too slow raises {@link StoreFault}.
 *
 * <p>What the journal says of a filing tells what may be done with it after a power cut: {@link
 * FilingState#SUBMITTED} was certainly never sent and may be sent; {@link FilingState#UNCONFIRMED}
 * may have arrived and must be asked about first.
 */
public interface FilingJournal {

  /**
   * Writes a new filing in state {@link FilingState#SUBMITTED}; writing the same key twice changes
   * nothing. The scans it names stay until its document is purged.
   *
   * @return the filing as the journal holds it
   * @throws IllegalArgumentException when it names a scan that {@link Scans} does not hold
   */
  Filing commit(FilingDraft draft, Instant submittedAt);

  /**
   * Tries the disk with a change that changes nothing.
   *
   * @throws StoreFault when a filing could not be committed now
   */
  void tryDisk();

  /**
   * Notes that the filing is about to be sent once more: until an answer is written it is {@link
   * FilingState#UNCONFIRMED}.
   */
  Filing noteAttempt(FilingKey key);

  /**
   * Writes where the filing stands now. A filing the platform has answered never becomes unanswered
   * again: such a change is left out.
   */
  Filing settle(
      FilingKey key,
      FilingState state,
      Optional<String> number,
      Optional<String> cause,
      Optional<String> words);

  /**
   * Writes that the platform refused the filing because of an earlier one.
   *
   * @param cause stable code of the refusal
   */
  Filing settleForEarlier(FilingKey key, String cause, EarlierFiling earlier);

  /**
   * Writes what the platform's book says of a filing, also of one that was answered or purged.
   *
   * @param number the platform's number
   */
  FilingTrace correct(FilingKey key, FilingState state, String number);

  /** The filing under this key; empty also when it was answered and its document is purged. */
  Optional<Filing> find(FilingKey key);

  /** Filings the platform has not answered, oldest first, at most {@code limit}. */
  List<Filing> unsettled(int limit);

  /** Filings that cannot be sent until somebody has seen to them, oldest first. */
  List<Filing> parked(int limit);

  /** The next page of {@link #unsettled}: those committed after the filing {@code last}. */
  List<Filing> unsettledAfter(FilingKey last, int limit);

  /** What stands in clear about the filing under this key; also of one that is purged. */
  Optional<FilingTrace> trace(FilingKey key);

  /**
   * Filings that were committed here in a span of time, oldest first.
   *
   * @param to end of the span, not in it
   * @param limit most that are given
   */
  List<FilingTrace> submittedBetween(Instant from, Instant to, int limit);
}
