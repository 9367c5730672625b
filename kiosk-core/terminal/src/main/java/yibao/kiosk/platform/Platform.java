package yibao.kiosk.platform;

import java.time.YearMonth;
import java.util.List;
import yibao.kiosk.record.Contribution;
import yibao.kiosk.record.FilingDraft;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.InsuranceKind;

/**
 * The province's platform. Every call blocks the calling virtual thread for a bounded time and ends
 * in a value; a network that fails is a value too.
 */
public interface Platform {

  /** Who the holder of a credential is, and how they are insured (national transaction 1101). */
  Reply<PersonFound> findPerson(PresentedCredential credential);

  /**
   * Contributions between two months, newest first.
   *
   * @param personNumber platform key of the person
   */
  Reply<List<Contribution>> contributions(
      String personNumber, InsuranceKind kind, String insuredPlace, YearMonth from, YearMonth to);

  /**
   * Hands in a filing. Safe to repeat with the same key: the platform keeps one filing for it.
   *
   * <p>An {@link FilingReply.Unknown} may mean that the platform has it; only {@link #askFiling}
   * tells.
   */
  FilingReply submit(FilingDraft draft);

  /**
   * Whether the province takes filings of this kind at all; asks nobody.
   *
   * @param operation the region packs' word for the kind
   */
  default boolean takes(String operation) {
    return true;
  }

  /** What became of a filing handed in under this key, after a reply was lost. */
  FilingReply askFiling(FilingKey key);
}
