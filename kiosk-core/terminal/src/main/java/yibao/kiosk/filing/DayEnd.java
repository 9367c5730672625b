package yibao.kiosk.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yibao.kiosk.platform.DayBook;
import yibao.kiosk.platform.FilingReply;
import yibao.kiosk.platform.Platform;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.record.FilingKey;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.record.FilingTrace;
import yibao.kiosk.store.FilingJournal;

/**
 * Compares a day of the journal with the platform's book of the same day. Looking changes nothing;
 * putting right is a second step that a person takes for one filing at a time.
 */
public final class DayEnd {
  /** More filings than one terminal can take in a day. */
  private static final int MOST_OF_A_DAY = 10_000;

  private final FilingJournal journal;
  private final DayBook book;
  private final Platform platform;
  private final ZoneId zone;

  /**
   * Compares journal and book.
   *
   * @param platform is asked about single filings that the book of the day does not list
   * @param zone of the hall; the day begins and ends there
   */
  public DayEnd(FilingJournal journal, DayBook book, Platform platform, ZoneId zone) {
    this.journal = journal;
    this.book = book;
    this.platform = platform;
    this.zone = zone;
  }

  /** Compares one day. Blocks for the platform's bounded time. */
  public DayEndReport compare(LocalDate day) {
    return switch (book.filingsOf(day)) {
      case Reply.Answered<List<FilingOnRecord>>(List<FilingOnRecord> theirs) ->
          compare(day, theirs);
      case Reply.Refused<List<FilingOnRecord>>(String code, _) ->
          new DayEndReport.NotPossible(day, code);
      case Reply.Unreachable<List<FilingOnRecord>>(String cause) ->
          new DayEndReport.NotPossible(day, cause);
    };
  }

  /**
   * Writes into the journal what the platform's book says of a filing.
   *
   * @return the filing as the journal has it now
   */
  public FilingTrace putRight(DayDifference.Differs difference) {
    FilingOnRecord theirs = difference.theirs();
    return journal.correct(difference.ours().key(), theirs.state(), theirs.number());
  }

  private DayEndReport compare(LocalDate day, List<FilingOnRecord> theirs) {
    List<DayDifference> differences = new ArrayList<>();
    Set<FilingKey> listed = new HashSet<>();
    int agreeing = 0;
    for (FilingOnRecord taken : theirs) {
      taken.key().ifPresent(listed::add);
      Optional<FilingTrace> ours = taken.key().flatMap(journal::trace);
      if (ours.isEmpty()) {
        differences.add(new DayDifference.UnknownHere(taken));
      } else if (same(ours.get(), taken)) {
        agreeing++;
      } else {
        differences.add(new DayDifference.Differs(ours.get(), taken));
      }
    }
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    for (FilingTrace ours : journal.submittedBetween(from, to, MOST_OF_A_DAY)) {
      if (listed.contains(ours.key()) || ours.state() == FilingState.REFUSED) {
        continue;
      }
      if (!ours.state().settled()) {
        differences.add(new DayDifference.Waiting(ours));
      } else if (platform.askFiling(ours.key()) instanceof FilingReply.Taken) {
        // It was sent after midnight and stands in another day's book.
        agreeing++;
      } else {
        differences.add(new DayDifference.UnknownThere(ours));
      }
    }
    return new DayEndReport.Compared(day, agreeing, differences);
  }

  private static boolean same(FilingTrace ours, FilingOnRecord theirs) {
    return ours.state() == theirs.state() && ours.number().equals(Optional.of(theirs.number()));
  }
}
