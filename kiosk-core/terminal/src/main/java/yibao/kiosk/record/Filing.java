package yibao.kiosk.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A filing 办件 as the terminal's journal holds it.
 *
 * @param draft what was handed in
 * @param state where it stands
 * @param number the platform's number 受理号, once it gave one
 * @param submittedAt when it was committed to disk here
 * @param attempts how many times it has been sent
 * @param cause stable code of why it was refused or returned, or why it is not confirmed
 * @param words the platform's own words for that, if it had any
 * @param earlier the filing that stood in the way, where that is why it was refused
 */
public record Filing(
    FilingDraft draft,
    FilingState state,
    Optional<String> number,
    Instant submittedAt,
    int attempts,
    Optional<String> cause,
    Optional<String> words,
    Optional<EarlierFiling> earlier) {

  /** This filing's idempotency key. */
  public FilingKey key() {
    return draft.key();
  }

  @Override
  public String toString() {
    return "Filing[" + draft + ", " + state + ", attempts " + attempts + "]";
  }
}
