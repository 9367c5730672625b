package yibao.kiosk.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yibao.kiosk.catalog.TimeLimit;
import yibao.kiosk.platform.Reply;
import yibao.kiosk.platform.WindowDesk;
import yibao.kiosk.record.FilingAtWindow;
import yibao.kiosk.record.FilingOnRecord;
import yibao.kiosk.record.FilingState;
import yibao.kiosk.store.FilingJournal;
import yibao.kiosk.store.StoreFault;

/**
 * What a clerk at a window does with what a terminal took in: sees it, confirms its originals,
 * gives it back. Asked of the platform at once and never kept for later: the citizen stands there
 * and is told what the platform said, or that nobody knows.
 */
public final class WindowFilings {

  private final WindowDesk desk;
  private final FilingJournal journal;
  private final List<FilingObserver> observers;

  /**
   * Filings at a window.
   *
   * @param journal learns where a filing of this terminal's stands
   * @param observers hear of faults of the journal
   */
  public WindowFilings(WindowDesk desk, FilingJournal journal, List<FilingObserver> observers) {
    this.desk = desk;
    this.journal = journal;
    this.observers = List.copyOf(observers);
  }

  /** How asking ended. */
  public sealed interface Outcome {
    /** How the filing stands. */
    record Stands(FilingAtWindow filing) implements Outcome {}

    /** The platform has just done what was asked; it stands so now. */
    record Done(FilingAtWindow filing) implements Outcome {}

    /** It had been done before; nothing was done again. */
    record Before(FilingAtWindow filing) implements Outcome {}

    /** There is no filing of this number. */
    record NoneSuch() implements Outcome {}

    /** It cannot be done as it stands. */
    record NotAsItStands(FilingAtWindow filing) implements Outcome {}

    /**
     * The platform will not.
     *
     * @param words its own
     */
    record Refused(String words) implements Outcome {}

    /**
     * Nobody knows whether it was done: it was not answered.
     *
     * @param cause stable code
     */
    record NotConfirmed(String cause) implements Outcome {}
  }

  /** The filing of this number; blocks for a bounded time. */
  public Outcome look(String number) {
    return switch (desk.look(number)) {
      case Reply.Answered<Optional<FilingAtWindow>>(Optional<FilingAtWindow> found) ->
          found.<Outcome>map(Outcome.Stands::new).orElseGet(Outcome.NoneSuch::new);
      case Reply.Refused<Optional<FilingAtWindow>>(_, String words) -> new Outcome.Refused(words);
      case Reply.Unreachable<Optional<FilingAtWindow>>(String cause) ->
          new Outcome.NotConfirmed(cause);
    };
  }

  /**
   * Confirms that the originals were seen; however often it is asked, once. Blocks for a bounded
   * time.
   *
   * @param due the last day of a limit that begins now
   */
  public Outcome confirm(String number, Function<TimeLimit, Optional<LocalDate>> due) {
    Outcome stands = look(number);
    if (!(stands instanceof Outcome.Stands(FilingAtWindow filing))) {
      return stands;
    }
    if (confirmed(filing)) {
      return new Outcome.Before(filing);
    }
    if (!awaitsOriginals(filing)) {
      return new Outcome.NotAsItStands(filing);
    }
    Optional<LocalDate> day =
        filing.filing().shortfall().isPresent()
            ? Optional.empty()
            : filing.limit().map(PromisedLimit::beginning).flatMap(due);
    return done(desk.confirm(number, day));
  }

  /**
   * Gives a filing back; the same again changes nothing. Blocks for a bounded time.
   *
   * @param reason what the citizen reads
   * @param missing names of the papers to bring, at least one
   */
  public Outcome giveBack(String number, String reason, List<String> missing) {
    Outcome stands = look(number);
    if (!(stands instanceof Outcome.Stands(FilingAtWindow filing))) {
      return stands;
    }
    return switch (filing.filing().state()) {
      case RECEIVED, ACCEPTED -> done(desk.giveBack(number, reason, missing));
      case RETURNED -> new Outcome.Before(filing);
      case SUBMITTED, IN_REVIEW, PAYING, FINISHED, REFUSED, WITHDRAWN, PARKED, UNCONFIRMED ->
          new Outcome.NotAsItStands(filing);
    };
  }

  /** Whether a window must still see its originals. */
  public static boolean awaitsOriginals(FilingAtWindow filing) {
    return filing.originals() && filing.filing().state() == FilingState.RECEIVED;
  }

  private static boolean confirmed(FilingAtWindow filing) {
    return !filing.originals()
        && switch (filing.filing().state()) {
          case RECEIVED, ACCEPTED, IN_REVIEW, PAYING, FINISHED -> true;
          case SUBMITTED, RETURNED, REFUSED, WITHDRAWN, PARKED, UNCONFIRMED -> false;
        };
  }

  private Outcome done(Reply<FilingAtWindow> reply) {
    return switch (reply) {
      case Reply.Answered<FilingAtWindow>(FilingAtWindow filing) -> {
        writeDown(filing.filing());
        yield new Outcome.Done(filing);
      }
      case Reply.Refused<FilingAtWindow>(_, String words) -> new Outcome.Refused(words);
      case Reply.Unreachable<FilingAtWindow>(String cause) -> new Outcome.NotConfirmed(cause);
    };
  }

  /** Otherwise the day's comparison would find a difference that is none. */
  private void writeDown(FilingOnRecord filing) {
    filing
        .key()
        .ifPresent(
            key -> {
              try {
                if (journal.trace(key).isPresent()) {
                  journal.correct(key, filing.state(), filing.number());
                }
              } catch (StoreFault fault) {
                // It stands so, written down here or not.
                observers.forEach(it -> it.heard(new FilingEvent.JournalFault(key, fault.code())));
              }
            });
  }
}
