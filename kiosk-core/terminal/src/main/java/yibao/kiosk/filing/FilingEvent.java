package yibao.kiosk.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingState;

/** Something about filings that others may want to know. Carries no personal data. */
public sealed interface FilingEvent {

  /**
   * A filing stands elsewhere than before; the change is on the disk.
   *
   * @param region id of the region of its item
   * @param item printed number of its item
   * @param state where it stands now
   * @param cause stable code of why, where there is one
   * @param at when it was noticed
   */
  record Changed(
      FilingKey key, String region, int item, FilingState state, Optional<String> cause, Instant at)
      implements FilingEvent {}

  /**
   * Filings have waited for the platform longer than they should; staff must look.
   *
   * @param oldest the one that has waited longest
   * @param submittedAt since when
   * @param waiting how many wait in all
   */
  record WaitingTooLong(FilingKey oldest, Instant submittedAt, int waiting)
      implements FilingEvent {}

  /**
   * The disk did not take what was to be written about a filing; it is asked about again later.
   *
   * @param code the fault's stable code
   */
  record JournalFault(FilingKey key, String code) implements FilingEvent {}

  /**
   * A citizen asked for a filing back 撤回.
   *
   * @param number 受理号
   * @param outcome how that ended: {@code withdrawn}, or a stable code of why not
   */
  record WithdrawalAsked(String number, String outcome) implements FilingEvent {}

  /**
   * A day's filings are not the same here and in the platform's book; staff must look.
   *
   * @param differences how many filings differ
   */
  record DayDiffers(LocalDate day, int differences) implements FilingEvent {}

  /**
   * The journal was found damaged, or could not be looked after.
   *
   * @param fault what is wrong and what a technician should do
   */
  record StoreUnsound(String fault) implements FilingEvent {}
}
