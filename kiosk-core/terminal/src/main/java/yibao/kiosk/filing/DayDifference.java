package yibao.kiosk.filing;

import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingTrace;

/** Something staff must look at when a day's filings are compared with the platform's book. */
public sealed interface DayDifference {

  /** Both have the filing, with another state or number. Can be put right here. */
  record Differs(FilingTrace ours, FilingOnRecord theirs) implements DayDifference {}

  /** The platform says this terminal handed it in; the journal does not know it. */
  record UnknownHere(FilingOnRecord theirs) implements DayDifference {}

  /** The journal says the platform took it; the platform, asked again, has nothing. */
  record UnknownThere(FilingTrace ours) implements DayDifference {}

  /** Still without an answer; the outbox goes on. */
  record Waiting(FilingTrace ours) implements DayDifference {}
}
